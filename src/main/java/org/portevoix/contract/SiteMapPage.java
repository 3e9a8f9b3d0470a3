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

    /**
     * A contract and where its pages begin.
     *
     * @param base e.g. "/ar/bobigny"
     */
    record Place(String base, String territory) {}
}
