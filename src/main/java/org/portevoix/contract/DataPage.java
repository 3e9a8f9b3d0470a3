package org.portevoix.contract;

import java.util.List;

/**
 * The page about personal data.
 *
 * @param mentions one a contract, in the order of their addresses
 * @param isShared whether several contracts share the site, so that each must be named
 * @param terms in force
 * @param others of the contracts where they are not those
 */
record DataPage(List<LegalMention> mentions, boolean isShared, List<Said> terms, List<OfTown> others) {

    /** @param term in words: "12 mois" */
    record Said(String kind, String term) {}

    record OfTown(String territory, List<Said> terms) {}
}
