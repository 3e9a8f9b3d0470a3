package org.portevoix.followup;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.event.Events;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.receipt.Said;
import org.portevoix.web.FormKeys;

/** The pages of follow-ups as the team works on them. */
@Singleton
class FollowupDeskPages {

    private static final int MOST_LISTED = 500;
    private static final int LATEST_SAID = 150;
    private static final int LATEST_EVENTS = 200;

    private final FollowupRepository followups;
    private final Followups cards;
    private final List<Said> said;
    private final Contracts contracts;
    private final ActionSheets actionSheets;
    private final Events events;
    private final Texts texts;
    private final Calendar calendar;
    private final DeskPages pages;
    private final PlainTexts plainTexts;
    private final FormKeys formKeys;

    FollowupDeskPages(
            FollowupRepository followups,
            Followups cards,
            List<Said> said,
            Contracts contracts,
            ActionSheets actionSheets,
            Events events,
            Texts texts,
            Calendar calendar,
            DeskPages pages,
            PlainTexts plainTexts,
            FormKeys formKeys) {
        this.followups = followups;
        this.cards = cards;
        this.said = said.stream().sorted(Comparator.comparing(Said::kind)).toList();
        this.contracts = contracts;
        this.actionSheets = actionSheets;
        this.events = events;
        this.texts = texts;
        this.calendar = calendar;
        this.pages = pages;
        this.plainTexts = plainTexts;
        this.formKeys = formKeys;
    }

    HttpResponse<?> list(Desk desk, Contract contract) {
        Visit visit = contracts.visit(Language.SOURCE, contract.slug());
        return show(
                desk,
                contract,
                HttpStatus.OK,
                "followup/desk_list",
                "followup.desk.list.title",
                new ListPage(contract.slug(), cards.shown(visit, MOST_LISTED, 0), cards.owed(contract)));
    }

    HttpResponse<?> blank(
            Desk desk,
            Contract contract,
            HttpStatus status,
            FollowupForm form,
            PlainCheck plain,
            Map<String, String> errors) {
        return show(
                desk,
                contract,
                status,
                "followup/desk_new",
                "followup.desk.new.title",
                new NewPage(fields(contract, form, Set.of()), plain, formKeys.of(form.key()), errors));
    }

    HttpResponse<?> show(Desk desk, Contract contract, Followup followup, String done) {
        return show(
                desk,
                contract,
                HttpStatus.OK,
                followup,
                null,
                AnswerForm.blank(),
                unread(contract, followup),
                Map.of(),
                false,
                done);
    }

    /** With what was typed, and what is wrong with it. */
    HttpResponse<?> showAgain(
            Desk desk,
            Contract contract,
            Followup followup,
            @Nullable FollowupForm form,
            AnswerForm answer,
            Checked plain,
            Map<String, String> errors) {
        return show(desk, contract, HttpStatus.UNPROCESSABLE_ENTITY, followup, form, answer, plain, errors, false, "");
    }

    /** Somebody changed it meanwhile: what was typed stays, to be sent again once it was read. */
    HttpResponse<?> overtaken(
            Desk desk, Contract contract, Followup followup, @Nullable FollowupForm form, AnswerForm answer) {
        return show(
                desk,
                contract,
                HttpStatus.CONFLICT,
                followup,
                form,
                answer,
                unread(contract, followup),
                Map.of(),
                true,
                "");
    }

    /** Whether residents read these words already: what was shown stays, even if it is hard. */
    boolean says(Followup followup, String said) {
        return said.equals(texts.read(Language.SOURCE, followup.texts())
                .get(followup.saidText())
                .body());
    }

    private Checked unread(Contract contract, Followup followup) {
        return new Checked("", PlainCheck.unread(plainTexts.reasons(contract, Followup.about(followup.id()))));
    }

    /** The id of a published action; null where none is named. */
    @Nullable
    Long action(Contract contract, String slug) {
        return actionSheets.published(contract.id()).entrySet().stream()
                .filter(one -> one.getValue().equals(slug))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Of a form without errors. */
    Proof proof(Contract contract, AnswerForm form) {
        return new Proof(
                form.done(),
                form.link().isEmpty() ? null : form.link(),
                action(contract, form.action()),
                events.find(contract.id(), form.event()).orElse(null));
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Followup followup,
            @Nullable FollowupForm form,
            AnswerForm answer,
            Checked plain,
            Map<String, String> errors,
            boolean isOvertaken,
            String done) {
        TextsRead read = texts.read(Language.SOURCE, followup.texts());
        Visit visit = contracts.visit(Language.SOURCE, contract.slug());
        Set<FollowupAnswers.Gathered> gathered = gathered(followup);
        FollowupDecision chosen = answer.decision().orElse(followup.decision());
        return show(
                desk,
                contract,
                status,
                "followup/desk_show",
                "followup.desk.show.title",
                new ShowPage(
                        cards.card(visit, followup),
                        new ArrayList<>(gathered)
                                .stream()
                                        .flatMap(one -> said.stream()
                                                .filter(kind -> kind.kind() == one.kind())
                                                .flatMap(kind -> kind.find(contract.id(), one.id()).stream())
                                                .map(item -> choice(one.kind(), item, true, true)))
                                        .toList(),
                        form == null
                                ? fields(
                                        contract,
                                        read.get(followup.saidText()).body(),
                                        followup.decides(),
                                        followup.actionSheetId(),
                                        Set.of(),
                                        gathered)
                                : fields(contract, form, gathered),
                        followup.revision(),
                        List.of(FollowupDecision.values()).stream()
                                .filter(one -> one.isAnswer() || !followup.isAnswered())
                                .map(one -> new Option(one.name(), one.name(), one == chosen))
                                .toList(),
                        answer.reason().isEmpty() ? body(read.find(followup.decidedText())) : answer.reason(),
                        followup.isAnswered(),
                        answer.done().isEmpty() ? body(read.find(followup.doneText())) : answer.done(),
                        answer.link().isEmpty() ? Objects.requireNonNullElse(followup.doneLink(), "") : answer.link(),
                        answer.next().isEmpty() ? body(read.find(followup.nextText())) : answer.next(),
                        answer.nextDay().isEmpty() ? Objects.toString(followup.nextOn(), "") : answer.nextDay(),
                        actions(
                                contract,
                                answer.action().isEmpty()
                                        ? followup.doneActionSheetId()
                                        : action(contract, answer.action())),
                        events.latest(contract.id(), LATEST_EVENTS).stream()
                                .map(one -> new Option(
                                        one.slug(),
                                        one.title().body(),
                                        answer.event().isEmpty()
                                                ? Objects.equals(one.id(), followup.doneEventId())
                                                : one.slug().equals(answer.event())))
                                .toList(),
                        plain,
                        errors,
                        isOvertaken,
                        done));
    }

    private HttpResponse<?> show(
            Desk desk, Contract contract, HttpStatus status, String template, String titleKey, Object content) {
        return pages.show(desk, contract, status, template, titleKey, "followups", content);
    }

    private Fields fields(Contract contract, FollowupForm form, Set<FollowupAnswers.Gathered> gathered) {
        return fields(
                contract,
                form.said(),
                form.decides(),
                action(contract, form.action()),
                Set.copyOf(form.gathered()),
                gathered);
    }

    /**
     * @param ticked of what can still be gathered
     * @param gathered what is, and so is no choice
     */
    private Fields fields(
            Contract contract,
            String words,
            Decider decides,
            @Nullable Long actionId,
            Set<FollowupAnswers.Gathered> ticked,
            Set<FollowupAnswers.Gathered> gathered) {
        List<Choice> choices = new ArrayList<>();
        for (Said kind : said) {
            List<Said.Item> latest = new ArrayList<>(kind.latest(contract.id(), LATEST_SAID));
            Set<Long> listed = new HashSet<>(latest.stream().map(Said.Item::id).toList());
            ticked.stream()
                    .filter(one -> one.kind() == kind.kind() && !listed.contains(one.id()))
                    .flatMap(one -> kind.find(contract.id(), one.id()).stream())
                    .forEach(latest::addFirst);
            Set<Long> taken = cards.gathered(
                    kind.kind(), latest.stream().map(Said.Item::id).toList());
            latest.stream()
                    .filter(item -> !gathered.contains(new FollowupAnswers.Gathered(kind.kind(), item.id())))
                    .map(item -> choice(
                            kind.kind(),
                            item,
                            ticked.contains(new FollowupAnswers.Gathered(kind.kind(), item.id())),
                            taken.contains(item.id())))
                    .forEach(choices::add);
        }
        return new Fields(contract.slug(), words, decides == Decider.COMMITTEE, actions(contract, actionId), choices);
    }

    private List<Option> actions(Contract contract, @Nullable Long actionId) {
        Map<Long, String> published = actionSheets.published(contract.id());
        return actionSheets.links(Language.SOURCE, new ArrayList<>(published.keySet())).entrySet().stream()
                .map(one -> new Option(
                        one.getValue().slug(),
                        one.getValue().title().body(),
                        one.getKey().equals(actionId)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private Choice choice(Said.Kind kind, Said.Item item, boolean isTicked, boolean isTaken) {
        return new Choice(
                kind.name(),
                item.id(),
                item.words(),
                item.language(),
                item.about(),
                calendar.day(Language.SOURCE, item.receivedOn()),
                isTicked,
                isTaken);
    }

    private Set<FollowupAnswers.Gathered> gathered(Followup followup) {
        Set<FollowupAnswers.Gathered> gathered = new HashSet<>();
        for (Said.Kind kind : Said.Kind.values()) {
            followups.findGathered(followup.id(), kind).stream()
                    .map(id -> new FollowupAnswers.Gathered(kind, id))
                    .forEach(gathered::add);
        }
        return gathered;
    }

    private static String body(@Nullable Translated text) {
        return text == null ? "" : text.body();
    }

    /** All follow-ups of a contract: what is owed first. */
    record ListPage(String contract, List<Followups.Card> followups, Followups.Owed owed) {

        boolean isEmpty() {
            return followups.isEmpty();
        }
    }

    /**
     * How what was typed reads.
     *
     * @param form the last part of its address; "" of none
     */
    record Checked(String form, PlainCheck check) {

        boolean isFiche() {
            return form.equals("fiche");
        }

        boolean isDecision() {
            return form.equals("decision");
        }

        boolean isFait() {
            return form.equals("fait");
        }
    }

    /** A new follow-up. */
    record NewPage(Fields fields, PlainCheck plain, String key, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /**
     * One follow-up.
     *
     * @param gathered what it answers; what was withdrawn is not there
     * @param isOvertaken somebody changed it while it was read
     * @param done what was just done, or ""
     */
    record ShowPage(
            Followups.Card followup,
            List<Choice> gathered,
            Fields fields,
            int revision,
            List<Option> decisions,
            String reason,
            boolean isAnswered,
            String doneWords,
            String link,
            String next,
            String nextDay,
            List<Option> doneActions,
            List<Option> doneEvents,
            Checked plain,
            Map<String, String> errors,
            boolean isOvertaken,
            String done) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        String address() {
            return "/equipe/" + fields.contract() + "/suites/" + followup.slug();
        }
    }

    /** What can be typed and ticked. */
    record Fields(String contract, String said, boolean isForCommittee, List<Option> actions, List<Choice> choices) {}

    /** @param label a text, or the word of a fixed list */
    record Option(String value, String label, boolean isChosen) {}

    /** @param isTaken another follow-up answers it already */
    record Choice(
            String kind,
            long id,
            String words,
            String lang,
            String about,
            String day,
            boolean isTicked,
            boolean isTaken) {}
}
