package org.portevoix.event;

import java.util.List;
import java.util.Map;
import org.portevoix.contract.Homes;
import org.portevoix.web.FormError;

/**
 * The form to register, with what was typed and what was wrong with it.
 *
 * @param sizes how many come, 1 to 10
 * @param parts of the programme that one may register for, in its order
 * @param error message of each field that is wrong, by its name
 * @param errors the same in the order of the form, each leading to its field
 */
record RegistrationFormView(
        boolean isSensitive,
        String firstName,
        List<Choice> sizes,
        List<PartChoice> parts,
        String telephone,
        String email,
        String interpreter,
        boolean needsChildCare,
        boolean needsStepFree,
        List<Homes.Choice> homes,
        Map<String, String> error,
        List<FormError> errors) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether something was said of what they need: that part of the form is then shown open. */
    boolean hasNeeds() {
        return needsChildCare
                || needsStepFree
                || !interpreter.isEmpty()
                || homes.stream().anyMatch(Homes.Choice::isChosen);
    }

    /**
     * @param label in the reader's language
     */
    record Choice(String value, Object label, boolean isChosen) {}

    /**
     * A part of the programme to tick.
     *
     * @param isWaitedFor full, and not theirs: who ticks it has a turn to wait
     */
    record PartChoice(Programme.Part part, boolean isChosen, boolean isWaitedFor) {}
}
