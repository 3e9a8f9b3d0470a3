package org.portevoix.volunteer;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody's help is not taken this time: read by the person, so never about who they are. */
enum RefusalReason {
    ENOUGH,
    OTHER_LANGUAGE,
    OTHER_TIME,
    TRAINING_FIRST,
    NOT_REACHED,
    AGE;

    static Optional<RefusalReason> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
