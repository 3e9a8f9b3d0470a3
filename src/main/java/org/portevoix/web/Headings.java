package org.portevoix.web;

import java.util.Optional;
import org.portevoix.language.Language;

/** Whose page it is, for pages that no feature draws (errors). The contract feature knows. */
public interface Headings {

    /** Empty when no such contract is here; with an empty slug, the only contract of the site, if there is only one. */
    Optional<Layout.ContractHeading> find(String contractSlug, Language language);
}
