package org.portevoix.receipt;

import java.util.Map;
import java.util.Optional;
import org.portevoix.language.Language;
import org.portevoix.web.Layout;

/** A kind of thing that residents give and follow by a receipt: an opinion, a registration, a sign-up. */
public interface Contribution {

    /** Empty when no contribution of this kind has this receipt. */
    Optional<Receipt> find(String code, Language language);

    /** Takes it back: words and contacts are erased, the ledger is corrected once. False when there was nothing left. */
    boolean withdraw(String code);

    /**
     * All that the site keeps of it, for the person to take away (GDPR, article 15): by its name in the words of the code,
     * values as text, lists of texts or further maps. Empty when nothing of this kind has this receipt.
     */
    Map<String, Object> copy(String code);

    /** What the receipt's page shows. */
    record Receipt(String template, Layout layout, Object content) {}
}
