package org.portevoix.contract;

import java.util.List;

/**
 * A legal page.
 *
 * @param mentions one a contract, in the order of their addresses
 * @param isShared whether several contracts share the site, so that each must be named
 * @param declaredOn day of the declaration of accessibility, in words
 */
record LegalPage(List<LegalMention> mentions, boolean isShared, String declaredOn) {}
