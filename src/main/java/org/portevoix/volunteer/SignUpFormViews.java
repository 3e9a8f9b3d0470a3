package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory;
import org.portevoix.language.Messages;
import org.portevoix.volunteer.SignUpFormView.Choice;
import org.portevoix.volunteer.SignUpFormView.ErrorView;
import org.portevoix.volunteer.SignUpFormView.LanguageChoice;
import org.portevoix.volunteer.SignUpFormView.SlotChoice;

/** Decides how the form of a sign-up looks, from what was typed. */
@Singleton
class SignUpFormViews {

    private final Territory territory;
    private final SlotWords words;
    private final Messages messages;

    SignUpFormViews(Territory territory, SlotWords words, Messages messages) {
        this.territory = territory;
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
                homes(lang, contract.id(), form.home()),
                errors.entrySet().stream()
                        .map(error -> new ErrorView(
                                error.getKey(),
                                messages.say(
                                        lang,
                                        error.getValue(),
                                        Map.of("age", Objects.requireNonNullElse(mission.minimumAge(), 0)))))
                        .toList());
    }

    private List<Choice> homes(String lang, long contractId, String chosen) {
        Stream<Choice> named = territory.neighbourhoods(contractId, lang).stream()
                .map(one -> new Choice(one.slug(), one.name(), one.slug().equals(chosen)));
        Stream<Choice> others = Stream.of(Neighbourhood.OTHER_TOWN, Neighbourhood.UNKNOWN)
                .map(slug -> new Choice(slug, messages.say(lang, "consultation.home." + slug), slug.equals(chosen)));
        return Stream.concat(named, others).toList();
    }
}
