//! Nothing that a person types can break out of its place.

use govuk::{Input, Textarea};
use maud::Render;
use proptest::prelude::*;
use scraper::{Html, Selector};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_value_comes_back_as_it_was_typed(typed in "\\PC{0,40}") {
        let html = Html::parse_fragment(&Input::new("name").label(&typed).value(&typed).hint(&typed).error(&typed).render().into_string());
        let field = html.select(&Selector::parse("input").unwrap()).next().unwrap();
        prop_assert_eq!(field.value().attr("value"), Some(typed.as_str()));
        prop_assert_eq!(html.select(&Selector::parse("script, img, style").unwrap()).count(), 0);
    }

    #[test]
    fn lines_come_back_as_they_were_typed(typed in "[\\PC\n]{0,40}") {
        let html = Html::parse_fragment(&Textarea::new("name").value(&typed).render().into_string());
        let field = html.select(&Selector::parse("textarea").unwrap()).next().unwrap();
        prop_assert_eq!(field.text().collect::<String>(), typed);
    }

    #[test]
    fn an_attribute_cannot_end_its_element(name in "\\PC{0,12}", value in "\\PC{0,40}") {
        let html = Html::parse_fragment(&Input::new("name").attribute(&name, &value).render().into_string());
        prop_assert_eq!(html.select(&Selector::parse("input").unwrap()).count(), 1);
        prop_assert_eq!(html.root_element().child_elements().count(), 1);
    }
}
