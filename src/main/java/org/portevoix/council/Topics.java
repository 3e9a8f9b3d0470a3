package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.event.Agenda;
import org.portevoix.event.SessionCard;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Phase;

/** What a council can give an opinion on: the contract, an action, an event to come, a questionnaire. */
@Singleton
class Topics {

    private static final int EVENTS = 30;

    private final Contracts contracts;
    private final ActionSheets actionSheets;
    private final Agenda agenda;
    private final Consultations consultations;
    private final Messages messages;

    Topics(
            Contracts contracts,
            ActionSheets actionSheets,
            Agenda agenda,
            Consultations consultations,
            Messages messages) {
        this.contracts = contracts;
        this.actionSheets = actionSheets;
        this.agenda = agenda;
        this.consultations = consultations;
        this.messages = messages;
    }

    /** The contract first, then actions, events and questionnaires by their titles. */
    List<Topic> of(Contract contract) {
        Visit visit = contracts.visit(Language.SOURCE, contract.slug());
        List<Topic> topics = new ArrayList<>();
        topics.add(new Topic(
                AboutKind.CONTRACT,
                null,
                messages.say(Language.SOURCE, "council.desk.about.contract"),
                null,
                phase(contract.phase()),
                false));
        actionSheets
                .links(
                        Language.SOURCE,
                        actionSheets.published(contract.id()).keySet().stream()
                                .map(id -> (@Nullable Long) id)
                                .toList())
                .forEach((id, link) -> topics.add(new Topic(
                        AboutKind.ACTION,
                        link.slug(),
                        link.title().body(),
                        id,
                        phase(link.phase()),
                        link.isSensitive())));
        Map<String, SessionCard> events = new LinkedHashMap<>();
        agenda.next(visit, EVENTS).forEach(card -> events.putIfAbsent(card.slug(), card));
        events.forEach((slug, card) -> topics.add(
                new Topic(AboutKind.EVENT, slug, card.title().body(), null, phase(contract.phase()), false)));
        consultations
                .list(visit)
                .forEach(one -> topics.add(new Topic(
                        AboutKind.CONSULTATION, one.slug(), one.title().body(), null, phase(contract.phase()), false)));
        return topics.stream()
                .sorted(java.util.Comparator.comparing(Topic::kind).thenComparing(Topic::title))
                .toList();
    }

    private static @Nullable Phase phase(@Nullable String name) {
        return name == null ? null : Phase.valueOf(name);
    }

    /**
     * Something to give an opinion on.
     *
     * @param slug null of the contract itself
     * @param title in French
     */
    record Topic(
            AboutKind kind,
            @Nullable String slug,
            String title,
            @Nullable Long actionSheetId,
            @Nullable Phase phase,
            boolean isSensitive) {

        /** As a form sends it: "ACTION plomb". */
        String key() {
            return slug == null ? kind.name() : kind.name() + " " + slug;
        }
    }
}
