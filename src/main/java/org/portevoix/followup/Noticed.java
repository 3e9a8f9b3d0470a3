package org.portevoix.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Visit;
import org.portevoix.language.Translated;

/** Effects that nobody had foreseen, as everybody may read them; the effects know. */
public interface Noticed {

    /** Latest first, a page at most. */
    List<Seen> latest(Visit visit);

    /**
     * An effect of an action, or of what was done after something was said.
     *
     * @param words more about it; null where the title says it all
     * @param by who noticed it, as in the message keys {@code effect.by.…}
     * @param day in words
     * @param action null where it is of none, or of one that is not public
     */
    record Seen(
            Translated title, @Nullable Translated words, String by, String day, ActionSheets.@Nullable Link action) {}
}
