package org.portevoix.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;
import org.portevoix.web.TelephoneLink;

/** What the receipt of a sign-up shows. */
record SignUpReceiptPage(
        String code,
        String slug,
        Translated mission,
        @Nullable Translated place,
        @Nullable String telephone,
        List<Place> places) {

    boolean isWithdrawn() {
        return places.stream().allMatch(one -> one.state() == PlaceState.WITHDRAWN);
    }

    boolean hasCalendar() {
        return places.stream().anyMatch(one -> one.isDated() && one.state() == PlaceState.CONFIRMED);
    }

    @Nullable
    String telephoneLink() {
        return TelephoneLink.find(telephone);
    }

    /** @param isOneOfSeveral whether it can be given back alone */
    record Place(
            long id,
            String when,
            PlaceState state,
            @Nullable RefusalReason reason,
            boolean isDated,
            boolean isOneOfSeveral) {

        boolean isWithdrawable() {
            return isOneOfSeveral && state.isToCome();
        }

        boolean isWaiting() {
            return state == PlaceState.WAITING;
        }
    }
}
