package org.portevoix.contract;

import java.util.List;
import org.portevoix.language.Language;

/**
 * The site map.
 *
 * @param places one a contract, in the order of their addresses
 * @param languages in which one of the contracts is offered
 */
record SiteMapPage(List<Place> places, List<Language> languages) {

    /** As many as one looks through, with the pages of each. */
    private static final int MOST_WHOLE = 10;

    /** Whether each contract is one link alone, to the page from which one reaches its others. */
    boolean isLong() {
        return places.size() > MOST_WHOLE;
    }

    /**
     * A contract and where its pages begin.
     *
     * @param base e.g. "/ar/bobigny"
     */
    record Place(String base, String territory) {}
}
