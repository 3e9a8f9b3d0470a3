package org.portevoix.lead;

/** What a lead reports: where the action stands, a reading of an indicator, people counted. */
enum ReportKind {
    PROGRESS,
    MEASURE,
    HEAD_COUNT
}
