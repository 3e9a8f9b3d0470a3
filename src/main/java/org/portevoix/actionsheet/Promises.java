package org.portevoix.actionsheet;

import java.time.LocalDate;
import java.util.Map;

/** By when residents were promised an answer about an action; the consultations know. */
public interface Promises {

    /** The first of the days promised, by the id of the action sheet; sheets without a promise are left out. */
    Map<Long, LocalDate> firstAnswerDays(long contractId);
}
