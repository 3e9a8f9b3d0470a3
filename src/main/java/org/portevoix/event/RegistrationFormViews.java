package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.portevoix.contract.Homes;
import org.portevoix.contract.Visit;
import org.portevoix.event.RegistrationFormView.Choice;
import org.portevoix.event.RegistrationFormView.PartChoice;
import org.portevoix.language.Messages;
import org.portevoix.web.FormError;

/** Decides how the form to register looks, from what was typed. */
@Singleton
class RegistrationFormViews {

    private final Homes homes;
    private final Messages messages;

    RegistrationFormViews(Homes homes, Messages messages) {
        this.homes = homes;
        this.messages = messages;
    }

    /** {@code errors}: field to message key, as {@link RegistrationForm#errors} tells. */
    RegistrationFormView view(
            Visit visit, RegistrationForm form, List<Programme.Part> programme, Map<String, String> errors) {
        return view(visit.lang(), visit.contractId(), form, programme, errors);
    }

    RegistrationFormView view(
            String lang,
            long contractId,
            RegistrationForm form,
            List<Programme.Part> programme,
            Map<String, String> errors) {
        Map<String, String> error = new LinkedHashMap<>();
        errors.forEach((field, key) -> error.put(field, messages.say(lang, key)));
        return new RegistrationFormView(
                form.isSensitive(),
                form.firstName(),
                sizes(form.people()),
                parts(programme, form.parts(), Set.of()),
                form.telephone(),
                form.email(),
                form.interpreter(),
                form.needsChildCare(),
                form.needsStepFree(),
                homes.choices(lang, contractId, form.home()),
                error,
                FormError.of(error));
    }

    /**
     * Of a programme, what one may register for.
     *
     * @param held by them already
     */
    static List<PartChoice> parts(List<Programme.Part> programme, Set<Long> chosen, Set<Long> held) {
        return programme.stream()
                .filter(Programme.Part::isOpen)
                .map(part ->
                        new PartChoice(part, chosen.contains(part.id()), part.isFull() && !held.contains(part.id())))
                .toList();
    }

    /** One, unless another number was chosen: most people come alone, and it is one touch less. */
    static List<Choice> sizes(int chosen) {
        return IntStream.rangeClosed(1, RegistrationForm.MOST_PEOPLE)
                .mapToObj(people ->
                        new Choice(String.valueOf(people), String.valueOf(people), people == Math.max(chosen, 1)))
                .toList();
    }
}
