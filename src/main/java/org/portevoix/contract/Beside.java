package org.portevoix.contract;

import org.jspecify.annotations.Nullable;

/** What a feature puts on the page of an action, an event, a consultation or a mission, which knows nothing of it: a voice, a picture. */
public interface Beside {

    /** Under which the page's template reads it. */
    String name();

    /**
     * Null where there is nothing.
     *
     * @param list of a contract's file that the item stands in, as "events"
     */
    @Nullable
    Object of(Visit visit, String list, long itemId);
}
