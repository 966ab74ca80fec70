//! The columns of the 2022 release.
//!
//! Left: the header exactly as the file has it (a name used twice carries `.1`). Right: the name used here.
//! Source: Department for Education, data guidance of the release.

use crate::column::{Column, answer, count, percent};

/// The columns of `sen2_age_caseload.csv`.
pub(crate) const SEN2_AGE_CASELOAD: &[Column] = &[
    count("Total_st", "statements"),
    percent("Total_st_pc", "statements_pc"),
    count("Total_ehc", "ehc_plans"),
    percent("Total_ehc_pc", "ehc_plans_pc"),
    count("Total_all", "plans"),
    percent("Total_all_pc", "plans_pc"),
];

/// The columns of `sen2_age_new_plans.csv`.
pub(crate) const SEN2_AGE_NEW_PLANS: &[Column] = &[
    count("Total_new_st", "new_statements"),
    percent("Total_new_st_pc", "new_statements_pc"),
    count("Total_new_ehc", "new_ehc_plans"),
    percent("Total_new_ehc_pc", "new_ehc_plans_pc"),
    count("Total_new_all", "new_plans"),
    percent("Total_new_all_pc", "new_plans_pc"),
];

/// The columns of `sen2_estab_caseload.csv`, which are those of `sen2_age_caseload.csv`.
pub(crate) const SEN2_ESTAB_CASELOAD: &[Column] = SEN2_AGE_CASELOAD;

/// The columns of `sen2_estab_new_plans.csv`, which are those of `sen2_age_new_plans.csv`.
pub(crate) const SEN2_ESTAB_NEW_PLANS: &[Column] = SEN2_AGE_NEW_PLANS;

/// The columns of `sen2_mi.csv`.
pub(crate) const SEN2_MI: &[Column] = &[
    count("NewallEHC", "assessments_plan_issued"),
    percent("NewallEHC_pc", "assessments_plan_issued_pc"),
    count("NewallEHC_AssnoneEHC_sum", "assessments_decided"),
    count("AssnoneEHC", "assessments_plan_not_issued"),
    percent("AssnoneEHC_pc", "assessments_plan_not_issued_pc"),
    count("AssnodecisionEHC", "assessments_undecided"),
    count("AssRefusedEHC", "requests_refused"),
    percent("AssRefusedEHC_pc", "requests_refused_pc"),
    count("Assnone", "statement_assessments_not_issued"),
    count("Assnodecision", "statement_assessments_undecided"),
    count("AssRefused", "statement_requests_refused"),
    count("Mtosi", "statements_moved_mainstream_to_special"),
    count("Sitom", "statements_moved_special_to_mainstream"),
    count("MtoPar", "statements_moved_mainstream_to_home_education"),
    count("SitoPar", "statements_moved_special_to_home_education"),
    count("Dislea", "statements_ceased_transfer"),
    count("Dismet", "statements_ceased_needs_met"),
    count("Disoth", "statements_ceased_other"),
    count("Disleft", "statements_ceased_left_school"),
    count("MtosiEHC", "moved_mainstream_to_special"),
    count("SitomEHC", "moved_special_to_mainstream"),
    count("MtoParEHC", "moved_mainstream_to_home_education"),
    count("SitoParEHC", "moved_special_to_home_education"),
    count("DisleaEHC", "ceased_transfer"),
    count("DismetEHC", "ceased_needs_met"),
    count("DisothEHC", "ceased_other"),
    count("DisleftEHC", "ceased_left_school"),
    count("InreqEHC", "requests"),
    count("InreqryaEHC", "requests_youth_accommodation"),
    count("TotIncExcEHC", "issued"),
    count("IncExc20weekEHC", "issued_within_20_weeks"),
    percent("IncExc20weekRate", "issued_within_20_weeks_pc"),
    count("TotNoExcEHC", "issued_excluding_exceptions"),
    count("NoExc20weekEHC", "issued_within_20_weeks_excluding_exceptions"),
    percent("NoExc20weekRate", "issued_within_20_weeks_excluding_exceptions_pc"),
    count("TotIncExc", "statements_issued"),
    count("IncExc26week", "statements_issued_within_26_weeks"),
    count("TotNoExc", "statements_issued_excluding_exceptions"),
    count("NoExc26week", "statements_issued_within_26_weeks_excluding_exceptions"),
    count("StatementstoEHC", "statements_transferred"),
    count("StatementstoNoEHC", "statements_not_transferred"),
    count("PersonalBudgets", "personal_budgets"),
    count("OrgArrangements", "organised_arrangements"),
    count("DirectPayEducation", "direct_payments_education"),
    count("DirectPaySocialCare", "direct_payments_social_care"),
    count("DirectPayHealth", "direct_payments_health"),
    count("DirectPayIntegrated", "direct_payments_integrated"),
    count("NewEHCMediation", "mediations"),
    count("NewEHCTribunal", "mediations_followed_by_tribunal"),
    percent("NewEHCTribunal_pc", "mediations_followed_by_tribunal_pc"),
];

/// The columns of `sen2_wbp_residential_dmo.csv`.
pub(crate) const SEN2_WBP_RESIDENTIAL_DMO: &[Column] = &[
    count("MApprenEHC", "apprenticeships"),
    count("MTrainEHC", "traineeships"),
    count("MSuppIntEHC", "supported_internships"),
    count("WorkbasedEHC", "work_based_placements"),
    count("Mres38week05EHC", "residential_38_to_51_weeks_age_under_5"),
    count("Mres38week510EHC", "residential_38_to_51_weeks_age_5_to_10"),
    count("Mres38week1115EHC", "residential_38_to_51_weeks_age_11_to_15"),
    count("Mres38week1619EHC", "residential_38_to_51_weeks_age_16_to_19"),
    count("Mres38week2025EHC", "residential_38_to_51_weeks_age_20_to_25"),
    count("TotMres38weekEHC", "residential_38_to_51_weeks"),
    count("Mres52week05EHC", "residential_52_weeks_age_under_5"),
    count("Mres52week510EHC", "residential_52_weeks_age_5_to_10"),
    count("Mres52week1115EHC", "residential_52_weeks_age_11_to_15"),
    count("Mres52week1619EHC", "residential_52_weeks_age_16_to_19"),
    count("Mres52week2025EHC", "residential_52_weeks_age_20_to_25"),
    count("TotMres52weekEHC", "residential_52_weeks"),
    count("Mres38week05", "statements_residential_38_to_51_weeks_age_under_5"),
    count("Mres38week510", "statements_residential_38_to_51_weeks_age_5_to_10"),
    count("Mres38week1115", "statements_residential_38_to_51_weeks_age_11_to_15"),
    count("Mres38week1619", "statements_residential_38_to_51_weeks_age_16_to_19"),
    count("TotMres38week", "statements_residential_38_to_51_weeks"),
    count("Mres52week05", "statements_residential_52_weeks_age_under_5"),
    count("Mres52week510", "statements_residential_52_weeks_age_5_to_10"),
    count("Mres52week1115", "statements_residential_52_weeks_age_11_to_15"),
    count("Mres52week1619", "statements_residential_52_weeks_age_16_to_19"),
    count("TotMres52week", "statements_residential_52_weeks"),
    answer("DMO", "designated_medical_officer"),
    answer("DCO", "designated_clinical_officer"),
    answer("DMODCOFunction", "designated_medical_or_clinical_role"),
];
