package org.portevoix.lead;

/** What the team said to a report. */
enum ReportState {
    WAITING,
    ACCEPTED,
    REFUSED,
    /** People counted who turned out not to be: the ledger was corrected. */
    TAKEN_BACK
}
