package org.portevoix.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Homes;
import org.portevoix.web.FormError;

/**
 * The form of a sign-up, with what was typed.
 *
 * @param isUndated whether there is no date to choose
 * @param undatedIsFull then: whether one would wait for a place
 * @param languages of which somebody may tick those they speak; empty where that is not asked
 * @param minimumAge null where it is not asked
 */
record SignUpFormView(
        boolean isUndated,
        boolean undatedIsFull,
        List<SlotChoice> slots,
        String firstName,
        String contact,
        List<LanguageChoice> languages,
        @Nullable Integer minimumAge,
        boolean isOfAge,
        boolean isConfidential,
        boolean admitsMinors,
        boolean hasAccepted,
        List<Homes.Choice> homes,
        List<FormError> errors) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    @Nullable
    String slotError() {
        return error("slot");
    }

    @Nullable
    String nameError() {
        return error("first_name");
    }

    @Nullable
    String contactError() {
        return error("contact");
    }

    @Nullable
    String ageError() {
        return error("age");
    }

    @Nullable
    String charterError() {
        return error("charter");
    }

    private @Nullable String error(String field) {
        return errors.stream()
                .filter(one -> one.field().equals(field))
                .map(FormError::message)
                .findFirst()
                .orElse(null);
    }

    /** @param when in words */
    record SlotChoice(long id, String when, @Nullable Integer places, boolean isFull, boolean isChosen) {}

    record LanguageChoice(String code, boolean isChosen) {}
}
