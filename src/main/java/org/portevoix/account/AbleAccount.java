package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;

/** Somebody who may do something in a contract. @param roles of theirs there that let them; 0 for who administers the site */
@Introspected
record AbleAccount(long id, String name, String email, long roles) {

    boolean isOfTheContract() {
        return roles > 0;
    }
}
