//! Who works with children who have special educational needs: bodies, teams and posts.

use access::Role;
use record::AgencyKind;

use crate::dice::Dice;
use crate::fit::share;
use crate::names::{Heritage, adult, family};
use crate::places::{Area, LOCALITIES, locality};
use crate::schools::{School, TRUSTS};
use crate::settings::Settings;

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// The county council.
    Council,
    /// A council next to it.
    Neighbour,
    /// An agency.
    Agency(AgencyKind),
    /// An academy trust.
    Trust,
    /// A setting, by its number.
    Setting(usize),
}

/// The council's number among the bodies.
pub const COUNCIL: usize = 0;
/// The integrated care board's.
pub const CARE_BOARD: usize = 2;
/// The community health trust's.
pub const COMMUNITY_HEALTH: usize = 3;

const AGENCIES: [(&str, AgencyKind); 9] = [
    ("NHS Broadshire and Fens Integrated Care Board", AgencyKind::IntegratedCareBoard),
    ("Broadshire Community Health NHS Trust", AgencyKind::HealthProvider),
    ("Caldmere and Coast Mental Health NHS Trust", AgencyKind::HealthProvider),
    ("Caldmere University Hospitals NHS Trust", AgencyKind::HealthProvider),
    ("Broadshire SEND Information, Advice and Support", AgencyKind::AdviceAndSupport),
    ("Mere and Marram Mediation", AgencyKind::Mediation),
    ("Family Voices Broadshire", AgencyKind::ParentCarerForum),
    ("Mere and Fen Travel", AgencyKind::Transport),
    ("Broadshire Youth Justice Service", AgencyKind::YouthOffending),
];

/// Teams: name and body. The first five are the casework teams, one to a locality.
pub const TEAMS: [(&str, usize); 14] = [
    ("EHC casework: City", COUNCIL),
    ("EHC casework: East", COUNCIL),
    ("EHC casework: West", COUNCIL),
    ("EHC casework: North", COUNCIL),
    ("EHC casework: South", COUNCIL),
    ("SEND leadership", COUNCIL),
    ("Educational psychology", COUNCIL),
    ("Children’s social care: disability", COUNCIL),
    ("Sufficiency and commissioning", COUNCIL),
    ("Information governance", COUNCIL),
    ("Digital services", COUNCIL),
    ("Advisory teachers: hearing and vision", COUNCIL),
    ("Designated clinical officer", CARE_BOARD),
    ("Children’s therapies", COMMUNITY_HEALTH),
];

/// One post.
#[derive(Debug, Clone)]
pub struct Post {
    /// Given name.
    pub given: &'static str,
    /// Family name.
    pub family: &'static str,
    /// Job title.
    pub title: &'static str,
    /// The body.
    pub body: usize,
    /// The team, if there is one.
    pub team: Option<usize>,
    /// What the post may do.
    pub role: Role,
}

/// Everybody who works in the area.
#[derive(Debug, Clone)]
pub struct Staffing {
    /// The bodies: council, neighbour, agencies, trusts, settings.
    pub bodies: Vec<(String, Body)>,
    /// The posts.
    pub posts: Vec<Post>,
    /// Casework co-ordinators by locality, by post.
    pub coordinators: Vec<Vec<usize>>,
    /// Educational psychologists, by post.
    pub psychologists: Vec<usize>,
    /// Health advisers.
    pub health: Vec<usize>,
    /// Social care advisers.
    pub social_care: Vec<usize>,
    /// Advisory teachers of deaf and visually impaired children.
    pub sensory: Vec<usize>,
    /// Those who decide: managers, by locality.
    pub deciders: Vec<usize>,
    /// The SENCO of each setting.
    pub sencos: Vec<usize>,
}

impl Staffing {
    /// The number of a setting among the bodies.
    #[must_use]
    pub const fn body_of_setting(setting: usize) -> usize {
        2 + AGENCIES.len() + TRUSTS.len() + setting
    }
}

/// Staffs the county.
#[must_use]
pub fn staffing(settings: &Settings, areas: &[Area], schools: &[School]) -> Staffing {
    let mut dice = Dice::new(settings.seed, "staffing", 0);
    let mut bodies = vec![
        ("Broadshire County Council".to_owned(), Body::Council),
        ("Wolmarshire County Council".to_owned(), Body::Neighbour),
    ];
    bodies.extend(AGENCIES.map(|(name, kind)| (name.to_owned(), Body::Agency(kind))));
    bodies.extend(TRUSTS.map(|name| (name.to_owned(), Body::Trust)));
    bodies.extend(schools.iter().enumerate().map(|(index, school)| (school.name.clone(), Body::Setting(index))));
    let mut posts: Vec<Post> = Vec::new();
    let mut hire = |title: &'static str, body: usize, team: Option<usize>, role: Role, count: usize| -> Vec<usize> {
        (0..count)
            .map(|_| {
                let female = dice.permille(760);
                let heritage = [Heritage::British, Heritage::European, Heritage::SouthAsian, Heritage::African]
                    [dice.weighted(&[88, 4, 5, 3])];
                let given = adult(heritage, female, &mut dice);
                posts.push(Post { given, family: family(heritage, &mut dice), title, body, team, role });
                posts.len() - 1
            })
            .collect()
    };
    let mut children = vec![0_u32; LOCALITIES.len()];
    for area in areas {
        children[locality(area)] += area.children;
    }
    let wanted = settings.scaled_at_least(50, 5);
    let counts = share(&children, wanted);
    let coordinators: Vec<Vec<usize>> = counts
        .iter()
        .enumerate()
        .map(|(place, &count)| hire("EHC co-ordinator", COUNCIL, Some(place), Role::Coordinator, count.max(1) as usize))
        .collect();
    let mut deciders = Vec::new();
    for place in 0..LOCALITIES.len() {
        deciders.extend(hire("EHC team manager", COUNCIL, Some(place), Role::Manager, 1));
    }
    hire("Head of SEND", COUNCIL, Some(5), Role::Manager, 1);
    let scaled = |count, least| settings.scaled_at_least(count, least) as usize;
    let psychologists = hire("Educational psychologist", COUNCIL, Some(6), Role::Adviser, scaled(24, 1));
    hire("Principal educational psychologist", COUNCIL, Some(6), Role::PanelMember, 1);
    hire("Designated social care officer", COUNCIL, Some(7), Role::DesignatedOfficer, 1);
    let social_care = hire("Social worker, disability", COUNCIL, Some(7), Role::Adviser, scaled(8, 1));
    hire("Commissioning manager, SEND", COUNCIL, Some(8), Role::Planner, scaled(3, 1));
    hire("Director of children’s services", COUNCIL, Some(5), Role::Leadership, 1);
    hire("Board member, local area partnership", COUNCIL, Some(5), Role::Leadership, 4);
    hire("Data protection officer", COUNCIL, Some(9), Role::Auditor, 1);
    hire("System administrator", COUNCIL, Some(10), Role::Administrator, 2);
    let sensory = hire("Advisory teacher", COUNCIL, Some(11), Role::Adviser, scaled(8, 1));
    let mut health = hire("Designated clinical officer", CARE_BOARD, Some(12), Role::DesignatedOfficer, 1);
    hire("Executive lead for SEND", CARE_BOARD, Some(12), Role::Leadership, 1);
    health.extend(hire("Health adviser, SEND", COMMUNITY_HEALTH, Some(13), Role::Adviser, scaled(14, 1)));
    let sencos = (0..schools.len())
        .flat_map(|index| hire("SENCO", Staffing::body_of_setting(index), None, Role::Senco, 1))
        .collect();
    if !schools.is_empty() {
        hire("Head teacher, panel member", Staffing::body_of_setting(0), None, Role::PanelMember, 1);
    }
    Staffing { bodies, posts, coordinators, psychologists, health, social_care, sensory, deciders, sencos }
}
