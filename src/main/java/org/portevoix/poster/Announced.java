package org.portevoix.poster;

import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;

/** How a feature puts one of its items on a poster. */
public interface Announced {

    /** The part of the site's addresses in which its items stand: agenda, avis, benevoles. */
    String section();

    /**
     * NotFound when residents can't read it on the site.
     *
     * @param day of the session of an event; null for the next one, and of what has no sessions
     */
    Announcement of(Visit visit, String slug, @Nullable String day);
}
