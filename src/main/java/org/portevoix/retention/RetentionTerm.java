package org.portevoix.retention;

import io.micronaut.core.annotation.Introspected;
import java.time.Period;

/** How long a contract keeps a kind of personal data, where it is not the usual term. */
@Introspected
record RetentionTerm(String kind, int months, int days) {

    Period period() {
        return Period.of(0, months, days);
    }
}
