package org.portevoix.receipt;

import java.util.Optional;
import org.portevoix.language.Language;
import org.portevoix.web.Layout;

/** A kind of thing that residents give and follow by a receipt: an opinion, a registration, a sign-up. */
public interface Contribution {

    /** Empty when no contribution of this kind has this receipt. */
    Optional<Receipt> find(String code, Language language);

    /** Takes it back: words and contacts are erased, the ledger is corrected once. False when there was nothing left. */
    boolean withdraw(String code);

    /** What the receipt's page shows. */
    record Receipt(String template, Layout layout, Object content) {}
}
