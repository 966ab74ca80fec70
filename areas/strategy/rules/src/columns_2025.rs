//! The columns of the 2025 release.
//!
//! Left: the header exactly as the file has it (a name used twice carries `.1`). Right: the name used here.
//! Source: Department for Education, data guidance of the release.

use crate::column::{Column, answer, count, percent};

/// The columns of `caseload.csv`.
pub(crate) const CASELOAD: &[Column] = &[
    count("ehcplans", "plans"),
    count("mainstream_la_maintained", "mainstream_la_maintained"),
    count("mainstream_la_maintained_resourced_provision", "mainstream_la_maintained_resourced_provision"),
    count("mainstream_la_maintained_senunit", "mainstream_la_maintained_senunit"),
    count("mainstream_academy", "mainstream_academy"),
    count("mainstream_academy_resourced_provision", "mainstream_academy_resourced_provision"),
    count("mainstream_academy_senunit", "mainstream_academy_senunit"),
    count("mainstream_free_school", "mainstream_free_school"),
    count("mainstream_free_school_resourced_provision", "mainstream_free_school_resourced_provision"),
    count("mainstream_free_school_senunit", "mainstream_free_school_senunit"),
    count("mainstream_independent", "mainstream_independent"),
    count("mainstream_total", "mainstream_total"),
    percent("mainstream_total_pc", "mainstream_total_pc"),
    count("special_la_maintained", "special_la_maintained"),
    count("special_academy_free", "special_academy_free"),
    count("special_independent", "special_independent"),
    count("special_non_maintained", "special_non_maintained"),
    count("special_total", "special_total"),
    percent("special_total_pc", "special_total_pc"),
    count("ap_pru_academy", "ap_pru_academy"),
    count("ap_pru_free_school", "ap_pru_free_school"),
    count("ap_pru_la_maintained", "ap_pru_la_maintained"),
    count("ap_pru_total", "ap_pru_total"),
    percent("AP_PRU_total_pc", "ap_pru_total_pc"),
    count("general_fe_tertiary_colleges", "general_fe_tertiary_colleges"),
    count("specialist_post_16_institutions", "specialist_post_16_institutions"),
    count("ukrlp_provider", "ukrlp_provider"),
    count("fe_total", "fe_total"),
    percent("fe_total_pc", "fe_total_pc"),
    count("elective_home_education", "elective_home_education"),
    count("other_arrangements_la", "other_arrangements_la"),
    count("other_arrangements_parents", "other_arrangements_parents"),
    count("online_provider", "online_provider"),
    count("w_settings", "w_settings"),
    count("other_schools", "other_schools"),
    count("other_placement_settings", "other_placement_settings"),
    count("neet", "neet"),
    count("neet_ntci", "neet_ntci"),
    count("neet_other", "neet_other"),
    count("neet_other_csa", "neet_other_csa"),
    count("ed_elsewhere", "ed_elsewhere"),
    percent("ed_elsewhere_pc", "ed_elsewhere_pc"),
    count("nm_early_years", "nm_early_years"),
    percent("nm_early_years_pc", "nm_early_years_pc"),
    count("placement_unknown", "placement_unknown"),
    percent("placement_unknown_pc", "placement_unknown_pc"),
    count("await_prov_2022", "awaiting_provision"),
    count("perm_ex_2022", "permanently_excluded"),
];

/// The columns of `newplans.csv`.
pub(crate) const NEWPLANS: &[Column] = &[
    count("new_ehc_plans", "new_plans"),
    count("mainstream_la_maintained", "mainstream_la_maintained"),
    count("mainstream_la_maintained_resourced_provision", "mainstream_la_maintained_resourced_provision"),
    count("mainstream_la_maintained_senunit", "mainstream_la_maintained_senunit"),
    count("mainstream_academy", "mainstream_academy"),
    count("mainstream_academy_resourced_provision", "mainstream_academy_resourced_provision"),
    count("mainstream_academy_senunit", "mainstream_academy_senunit"),
    count("mainstream_free_school", "mainstream_free_school"),
    count("mainstream_free_school_resourced_provision", "mainstream_free_school_resourced_provision"),
    count("mainstream_free_school_senunit", "mainstream_free_school_senunit"),
    count("mainstream_independent", "mainstream_independent"),
    count("mainstream_total", "mainstream_total"),
    percent("mainstream_total_pc", "mainstream_total_pc"),
    count("special_la_maintained", "special_la_maintained"),
    count("special_academy_free", "special_academy_free"),
    count("special_independent", "special_independent"),
    count("special_non_maintained", "special_non_maintained"),
    count("special_total", "special_total"),
    percent("special_total_pc", "special_total_pc"),
    count("ap_pru_academy", "ap_pru_academy"),
    count("ap_pru_free_school", "ap_pru_free_school"),
    count("ap_pru_la_maintained", "ap_pru_la_maintained"),
    count("ap_pru_total", "ap_pru_total"),
    percent("AP_PRU_total_pc", "ap_pru_total_pc"),
    count("general_fe_tertiary_colleges", "general_fe_tertiary_colleges"),
    count("specialist_post_16_institutions", "specialist_post_16_institutions"),
    count("ukrlp_provider", "ukrlp_provider"),
    count("fe_total", "fe_total"),
    percent("fe_total_pc", "fe_total_pc"),
    count("elective_home_education", "elective_home_education"),
    count("other_arrangements_la", "other_arrangements_la"),
    count("other_arrangements_parents", "other_arrangements_parents"),
    count("online_provider", "online_provider"),
    count("w_settings", "w_settings"),
    count("other_schools", "other_schools"),
    count("other_placement_settings", "other_placement_settings"),
    count("neet", "neet"),
    count("neet_ntci", "neet_ntci"),
    count("neet_other", "neet_other"),
    count("neet_other_csa", "neet_other_csa"),
    count("ed_elsewhere", "ed_elsewhere"),
    percent("ed_elsewhere_pc", "ed_elsewhere_pc"),
    count("nm_early_years", "nm_early_years"),
    percent("nm_early_years_pc", "nm_early_years_pc"),
    count("placement_unknown", "placement_unknown"),
    percent("placement_unknown_pc", "placement_unknown_pc"),
    count("await_prov_2022", "awaiting_provision"),
    count("perm_ex_2022", "permanently_excluded"),
];

/// The columns of `requests.csv`.
pub(crate) const REQUESTS: &[Column] = &[
    count("requests_received_in_year", "requests"),
    count("requests_rya", "requests_youth_accommodation"),
    count("requests_decided_to_assess", "requests_assess"),
    count("requests_decided_not_to_assess", "requests_refused"),
    count("requests_decision_not_made", "requests_undecided"),
    count("requests_withdrawn", "requests_withdrawn"),
    percent("request_assess_pc", "requests_assess_pc"),
    percent("request_not_assess_pc", "requests_refused_pc"),
    percent("request_outstanding_pc", "requests_undecided_pc"),
    percent("request_withdrawn_pc", "requests_withdrawn_pc"),
    count("request_outcome_six_weeks", "requests_decided_within_6_weeks"),
    count("request_outcome_over_6_weeks", "requests_decided_over_6_weeks"),
    percent("request_outcome_six_weeks_pc", "requests_decided_within_6_weeks_pc"),
    percent("request_outcome_over_6_weeks_pc", "requests_decided_over_6_weeks_pc"),
    count("mediation_related_request", "requests_mediation"),
    count("tribunal_related_request", "requests_tribunal"),
    count("tribunal_after_mediation_request", "requests_tribunal_after_mediation"),
];

/// The columns of `assessments.csv`.
pub(crate) const ASSESSMENTS: &[Column] = &[
    count("assess_in_year", "assessments"),
    count("assess_issued", "assessments_plan_issued"),
    percent("assess_issued_pc", "assessments_plan_issued_pc"),
    count("assess_not_issued", "assessments_plan_not_issued"),
    percent("assess_not_issued_pc", "assessments_plan_not_issued_pc"),
    count("assess_not_made", "assessments_undecided"),
    percent("assess_not_made_pc", "assessments_undecided_pc"),
    count("assess_withdrawn", "assessments_withdrawn"),
    percent("assess_withdrawn_pc", "assessments_withdrawn_pc"),
    count("outcome_decision_within_time", "not_issued_within_16_weeks"),
    count("outcome_decision_over_time", "not_issued_over_16_weeks"),
    percent("outcome_decision_within_time_pc", "not_issued_within_16_weeks_pc"),
    percent("outcome_decision_over_time_pc", "not_issued_over_16_weeks_pc"),
    count("number_assess_mediation", "mediations_assessment_decision"),
    count("number_assess_tribunal", "tribunals_assessment_decision"),
    count("number_asssess_mediation_tribunal", "tribunals_after_mediation_assessment_decision"),
    count("number_other_mediation", "mediations_other"),
    count("number_other_tribunal", "tribunals_other"),
    count("number_other_mediation_tribunal", "tribunals_after_mediation_other"),
];

/// The columns of `timeliness_20_week.csv`.
pub(crate) const TIMELINESS_20_WEEK: &[Column] = &[
    count("plans_issued_den", "issued"),
    count("plans_issued_den_ex", "issued_excluding_exceptions"),
    count("plans_issued_within_20_weeks", "issued_within_20_weeks"),
    count("plans_issued_20_weeks_ex", "issued_within_20_weeks_excluding_exceptions"),
    percent("pc_plans_issued_within_20_weeks", "issued_within_20_weeks_pc"),
    percent("PC_plans_issued_20_weeks_ex", "issued_within_20_weeks_excluding_exceptions_pc"),
    count("plans_issued_gt20weeks_ltYear", "issued_20_to_52_weeks"),
    count("plans_issued_gt20weeks_ltYear_ex", "issued_20_to_52_weeks_excluding_exceptions"),
    percent("pc_plans_issued_gt20weeks_ltYear", "issued_20_to_52_weeks_pc"),
    percent("PC_plans_issued_gt20weeks_ltYear_ex", "issued_20_to_52_weeks_excluding_exceptions_pc"),
    count("plans_issued_gt_1_year", "issued_over_52_weeks"),
    count("plans_issued_gt_1_year_ex", "issued_over_52_weeks_excluding_exceptions"),
    percent("pc_plans_issued_gt_1_year", "issued_over_52_weeks_pc"),
    percent("PC_plans_issued_gt_1_year_ex", "issued_over_52_weeks_excluding_exceptions_pc"),
];

/// The columns of `annual_reviews.csv`.
pub(crate) const ANNUAL_REVIEWS: &[Column] = &[
    count("total_ehc_plans", "plans"),
    count("review_expected", "review_expected"),
    count("review_not_expected", "review_not_expected"),
    count("review_meeting_25", "review_meetings_2025"),
    count("review_meeting_24", "review_meetings_2024"),
    count("review_meeting_prior_24", "review_meetings_before_2024"),
    count("review_meeting_prior_24.1", "review_meetings_before_2024_repeated"),
    count("total_review_meeting", "review_meetings"),
    count("no_review_meeting", "no_review_meeting"),
    count("review_decision25", "review_decisions_2025"),
    count("review_decision24", "review_decisions_2024"),
    count("review_decision_prior24", "review_decisions_before_2024"),
    count("review_decision_not_due", "review_decision_not_due"),
    count("review_decision_outstanding", "review_decision_outstanding"),
    count("outcome_amend", "outcome_amend"),
    count("outcome_cease", "outcome_cease"),
    count("outcome_maintan", "outcome_maintain"),
    count("no_outcome", "no_outcome"),
    count("number_decsion_4weeks", "decisions_within_4_weeks"),
    count("number_decision_gt_4weeks", "decisions_over_4_weeks"),
    percent("pc_decsion_4weeks", "decisions_within_4_weeks_pc"),
    percent("pc_decision_gt_4weeks", "decisions_over_4_weeks_pc"),
];

/// The columns of `ceased_plans.csv`.
pub(crate) const CEASED_PLANS: &[Column] = &[
    count("max_age", "ceased_maximum_age"),
    count("needs_met", "ceased_needs_met"),
    count("he", "ceased_higher_education"),
    count("employ", "ceased_employment"),
    count("transfer", "ceased_transfer"),
    count("no_engage", "ceased_not_engaging"),
    count("moved_outside_eng", "ceased_moved_outside_england"),
    count("deceased", "ceased_deceased"),
    count("not_rec", "ceased_reason_not_recorded"),
    count("other", "ceased_other"),
    count("total_ceased", "ceased"),
];

/// The columns of `personal_budgets.csv`.
pub(crate) const PERSONAL_BUDGETS: &[Column] = &[
    count("personal_budget", "personal_budgets"),
    count("org_arrangments", "organised_arrangements"),
    count("pb_health", "direct_payments_health"),
    count("pb_education", "direct_payments_education"),
    count("pb_social", "direct_payments_social_care"),
    count("pb_integrated", "direct_payments_integrated"),
];

/// The columns of `residential_settings.csv`.
pub(crate) const RESIDENTIAL_SETTINGS: &[Column] = &[
    count("Res_3851", "residential_38_to_51_weeks"),
    count("Res_52", "residential_52_weeks"),
    count("Res_tot", "residential"),
];

/// The columns of `work_based_placements.csv`.
pub(crate) const WORK_BASED_PLACEMENTS: &[Column] = &[
    count("open_supp_intern", "supported_internships"),
    count("open_apprentice", "apprenticeships"),
    count("open_trainee", "traineeships"),
    count("open_wbp", "work_based_placements"),
];

/// The columns of `sen_needs_all_plans.csv`.
pub(crate) const SEN_NEEDS_ALL_PLANS: &[Column] = &[
    count("ehc_plans", "plans"),
    count("number_asd", "need_asd"),
    count("number_hi", "need_hi"),
    count("number_mld", "need_mld"),
    count("number_msi", "need_msi"),
    count("number_oth", "need_oth"),
    count("number_pd", "need_pd"),
    count("number_pmld", "need_pmld"),
    count("number_semh", "need_semh"),
    count("number_slcn", "need_slcn"),
    count("number_sld", "need_sld"),
    count("number_spld", "need_spld"),
    count("number_vi", "need_vi"),
    count("number_need_unknown", "need_unknown"),
    percent("asd_pc", "need_asd_pc"),
    percent("hi_pc", "need_hi_pc"),
    percent("mld_pc", "need_mld_pc"),
    percent("msi_pc", "need_msi_pc"),
    percent("oth_pc", "need_oth_pc"),
    percent("pd_pc", "need_pd_pc"),
    percent("pmld_pc", "need_pmld_pc"),
    percent("semh_pc", "need_semh_pc"),
    percent("slcn_pc", "need_slcn_pc"),
    percent("sld_pc", "need_sld_pc"),
    percent("spld_pc", "need_spld_pc"),
    percent("vi_pc", "need_vi_pc"),
    percent("unknown_pc", "need_unknown_pc"),
];

/// The columns of `sen_need_newplans.csv`, which are those of `sen_needs_all_plans.csv`.
pub(crate) const SEN_NEED_NEWPLANS: &[Column] = SEN_NEEDS_ALL_PLANS;

/// The columns of `sen2_dmo_dco.csv`.
pub(crate) const SEN2_DMO_DCO: &[Column] = &[
    answer("des_med_off", "designated_medical_officer"),
    answer("des_clin_off", "designated_clinical_officer"),
    answer("des_so_care_off", "designated_social_care_officer"),
];
