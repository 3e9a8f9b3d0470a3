package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Homes;
import org.portevoix.language.Messages;
import org.portevoix.volunteer.SignUpFormView.LanguageChoice;
import org.portevoix.volunteer.SignUpFormView.SlotChoice;
import org.portevoix.web.FormError;

/** Decides how the form of a sign-up looks, from what was typed. */
@Singleton
class SignUpFormViews {

    private final Homes homes;
    private final SlotWords words;
    private final Messages messages;

    SignUpFormViews(Homes homes, SlotWords words, Messages messages) {
        this.homes = homes;
        this.words = words;
        this.messages = messages;
    }

    SignUpFormView view(
            String lang,
            Contract contract,
            Mission mission,
            MissionSlots.Offer offer,
            SignUpForm form,
            Map<String, String> errors) {
        List<Long> chosen = form.slots(offer);
        List<String> offered = mission.spokenOffered();
        List<String> spoken = form.spoken(offered);
        return new SignUpFormView(
                offer.isUndated(),
                offer.isUndated() && offer.slots().getFirst().isFull(),
                offer.slots().stream()
                        .map(slot -> new SlotChoice(
                                slot.id(),
                                words.when(lang, slot, contract.zoneId()),
                                slot.places(),
                                slot.isFull(),
                                chosen.contains(slot.id())))
                        .toList(),
                form.firstName(),
                form.typedContact(),
                offered.stream()
                        .map(code -> new LanguageChoice(code, spoken.contains(code)))
                        .toList(),
                mission.minimumAge(),
                form.isOfAge(),
                mission.isConfidential(),
                mission.admitsMinors(),
                form.hasAccepted(),
                homes.choices(lang, contract.id(), form.home()),
                errors.entrySet().stream()
                        .map(error -> new FormError(
                                error.getKey(),
                                messages.say(
                                        lang,
                                        error.getValue(),
                                        Map.of("age", Objects.requireNonNullElse(mission.minimumAge(), 0)))))
                        .toList());
    }
}
