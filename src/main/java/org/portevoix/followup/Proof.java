package org.portevoix.followup;

import org.jspecify.annotations.Nullable;

/**
 * What was done, in plain French, and where everybody can see it: each null where it is not there.
 *
 * @param link a page elsewhere
 */
record Proof(
        String words,
        @Nullable String link,
        @Nullable Long actionSheetId,
        @Nullable Long eventId) {}
