package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.content.ContentHistoryLine.What;
import org.portevoix.content.ItemRules.Problem;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Digest;
import org.portevoix.language.Made;
import org.portevoix.web.NotFound;
import org.portevoix.web.PageChanges;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what residents read, and notes who did what: each move with its line of history, in one transaction. */
@Singleton
@Transactional
class Contents {
    private static final String DRAFT = "DRAFT";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String ARCHIVED = "ARCHIVED";
    private static final int LONGEST_SLUG = 64;

    private final ContractItems items;
    private final ItemRules rules;
    private final Forms forms;
    private final ReadyQuestions ready;
    private final ContentHistoryRepository history;
    private final TranslationWaits waits;
    private final PublicationPlanRepository plans;
    private final PageChanges pages;
    private final Clock clock;

    Contents(
            ContractItems items,
            ItemRules rules,
            Forms forms,
            ReadyQuestions ready,
            ContentHistoryRepository history,
            TranslationWaits waits,
            PublicationPlanRepository plans,
            PageChanges pages,
            Clock clock) {
        this.items = items;
        this.rules = rules;
        this.forms = forms;
        this.ready = ready;
        this.history = history;
        this.waits = waits;
        this.plans = plans;
        this.pages = pages;
        this.clock = clock;
    }

    /** By which two people at the same item are told apart: it changes with the French and the state. */
    String revision(Contract contract, Kind kind, ContractItem item) {
        Map<String, JsonNode> values = Place.values(forms.fields(kind), Place.inFrench(item.body()));
        // What is held changes elsewhere, and is nobody's to overwrite here.
        rules.held(contract, kind, item).keySet().stream()
                .filter(path -> path.equals("sessions"))
                .forEach(values::remove);
        return Digest.of(item.state() + values);
    }

    /** Whether its name in addresses may still change: made here, and never shown to anybody. */
    boolean mayRename(Contract contract, Kind kind, ContractItem item) {
        return kind.hasPages() && rules.isUnseen(contract, kind, item);
    }

    /**
     * Keeps what was typed: a new item as a draft, another in place.
     *
     * @param slug null of a new item
     * @param wanted name in addresses; "" to propose one, or to keep the present one
     * @param reason for what residents read already and what becomes hard to read now; "" where none was given
     */
    Saved save(
            long account,
            Contract contract,
            Kind kind,
            @Nullable String slug,
            String revision,
            ObjectNode typed,
            String wanted,
            String reason) {
        items.lock(contract.id());
        ContractItem present = slug == null ? null : find(contract, kind, slug);
        if (present != null && !revision(contract, kind, present).equals(revision)) {
            return new Saved(present, Map.of(), true);
        }
        if (Kind.shown().contains(kind) && (present == null || DRAFT.equals(present.state()))) {
            rules.leaveUnwritten(kind, typed);
        }
        if (present != null && rules.held(contract, kind, present).containsKey("sessions")) {
            // As they are now: the agenda may have changed them since the form was drawn.
            Place.set(typed, "sessions", Place.inFrench(present.body()).path("sessions"));
        }
        String naming = ContractItems.naming(kind.list());
        String name = present == null ? name(contract, kind, typed, wanted) : present.slug();
        if (!name.isEmpty()) {
            typed.put(naming, name);
        }
        Map<String, Problem> problems = new LinkedHashMap<>(rules.problems(contract, kind, present, typed));
        boolean isRenamed = present != null && !wanted.isEmpty() && !wanted.equals(present.slug());
        if (present != null && isRenamed) {
            renaming(contract, kind, present, wanted, problems);
        }
        boolean needsReason = present != null && becomesHard(contract, kind, present, typed);
        if (needsReason) {
            problems.putAll(rules.unreasoned(reason));
        }
        if (!problems.isEmpty()) {
            return new Saved(present, problems, false);
        }
        if (present != null) {
            keepLanguages(typed, present.body());
        }
        if (kind == Kind.CONSULTATION) {
            ready.translate(typed, present == null ? typed.objectNode() : present.body());
        }
        write(contract, kind, typed, Map.of());
        if (present == null && Kind.shown().contains(kind)) {
            items.setState(contract.id(), kind.list(), name, PUBLISHED, DRAFT);
        }
        if (present != null && isRenamed) {
            items.rename(contract.id(), kind.list(), name, wanted);
            plans.rename(contract.id(), kind, present.id(), wanted);
        }
        ContractItem now =
                find(contract, kind, isRenamed ? wanted : typed.path(naming).asString(""));
        note(
                account,
                contract.id(),
                kind,
                present == null ? What.CREATED : What.EDITED,
                present,
                now,
                needsReason ? reason : null);
        return new Saved(now, Map.of(), false);
    }

    /** Of what residents read: what was hard before, imported or shown with a reason, is told and may stay. */
    private boolean becomesHard(Contract contract, Kind kind, ContractItem present, ObjectNode typed) {
        return PUBLISHED.equals(present.state())
                && !rules.isPlain(contract, kind, typed)
                && rules.isPlain(contract, kind, present.body());
    }

    /**
     * Keeps something that was judged as a new draft.
     *
     * @param taken names in addresses; its own is added
     */
    ContractItem draft(long account, Contract contract, Kind kind, ObjectNode body, Set<String> taken) {
        ObjectNode named = body.deepCopy();
        String name = Slugs.of(Place.french(body.path("title")), LONGEST_SLUG, taken);
        taken.add(name);
        named.put("slug", name);
        write(contract, kind, named, Map.of());
        items.setState(contract.id(), kind.list(), name, PUBLISHED, DRAFT);
        ContractItem now = find(contract, kind, name);
        note(account, contract, kind, What.CREATED, null, now);
        return now;
    }

    /** A new contract, prepared before anybody sees it. */
    Saved create(long account, ObjectNode typed, String wanted) {
        String title = Place.french(typed.path("title"));
        typed.put("slug", wanted.isEmpty() ? Slugs.of(title, LONGEST_SLUG, Set.of()) : wanted);
        Map<String, Problem> problems = rules.problems(typed);
        if (!problems.isEmpty()) {
            return new Saved(null, problems, false);
        }
        long id = items.create(typed, LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))));
        String slug = typed.path("slug").asString("");
        items.setState(id, Kind.CONTRACT.list(), slug, PUBLISHED, DRAFT);
        pages.changed(Kind.CONTRACT.tags(id, id));
        ContractItem now = items.find(id, Kind.CONTRACT.list(), slug).orElseThrow(NotFound::new);
        note(account, id, Kind.CONTRACT, What.CREATED, null, now, null);
        return new Saved(now, Map.of(), false);
    }

    private String name(Contract contract, Kind kind, ObjectNode typed, String wanted) {
        if (kind == Kind.PRIORITY_AREA) {
            return typed.path("code").asString("");
        }
        Set<String> taken = new HashSet<>();
        items.all(contract.id(), kind.list()).forEach(item -> taken.add(item.slug()));
        JsonNode title = typed.has("title") ? typed.path("title") : typed.path("name");
        String french = title.isString() ? title.asString("") : Place.french(title);
        return wanted.isEmpty() ? Slugs.of(french, LONGEST_SLUG, taken) : wanted;
    }

    private void renaming(
            Contract contract, Kind kind, ContractItem present, String wanted, Map<String, Problem> problems) {
        if (!mayRename(contract, kind, present)) {
            problems.put("slug", new Problem("held.slug", ""));
        } else if (!wanted.matches("(?!.*--)[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")) {
            problems.put("slug", new Problem("slug", ""));
        } else if (items.find(contract.id(), kind.list(), wanted).isPresent()) {
            problems.put("slug", new Problem("slug_taken", ""));
        }
    }

    /** Texts that stand in lists keep their other languages as long as their French is the same. */
    private static void keepLanguages(ObjectNode typed, ObjectNode present) {
        for (String list :
                List.of("indicators", "measures", "history", "phases", "links", "documents", "programme", "asked")) {
            Map<String, JsonNode> known = new HashMap<>();
            collect(present.path(list), known);
            typed.path(list).forEach(line -> restore(line, known));
        }
    }

    private static void restore(JsonNode place, Map<String, JsonNode> known) {
        if (!ContractItems.isText(place)) {
            place.forEach(inside -> restore(inside, known));
        } else if (known.get(Place.french(place)) instanceof ObjectNode text) {
            ((ObjectNode) place).setAll(text);
        }
    }

    private static void collect(JsonNode place, Map<String, JsonNode> known) {
        if (ContractItems.isText(place)) {
            known.put(Place.french(place), place);
        } else {
            place.forEach(inside -> collect(inside, known));
        }
    }

    /**
     * Shows it to residents; problems where something is still to be written, or is hard to read without a reason.
     * Conflict where it was not a draft.
     *
     * @param reason why it is shown although it is hard to read; "" where none was given
     */
    Saved publish(long account, Contract contract, Kind kind, String slug, String reason) {
        items.lock(contract.id());
        Saved fit = fit(contract, kind, slug, reason);
        ContractItem item = find(contract, kind, slug);
        String kept = rules.isPlain(contract, kind, item.body()) ? null : reason;
        return fit.problems().isEmpty()
                ? move(account, contract, kind, item, DRAFT, PUBLISHED, What.PUBLISHED, kept)
                : fit;
    }

    /** Whether it could be shown as it is: what {@link #publish} would answer. */
    Saved fit(Contract contract, Kind kind, String slug, String reason) {
        ContractItem item = find(contract, kind, slug);
        Map<String, Problem> problems = new LinkedHashMap<>(rules.unwritten(kind, item.body()));
        if (problems.isEmpty()) {
            problems.putAll(rules.problems(contract, kind, item, Place.inFrench(item.body())));
        }
        if (!rules.isPlain(contract, kind, item.body())) {
            problems.putAll(rules.unreasoned(reason));
        }
        return new Saved(item, problems, !DRAFT.equals(item.state()));
    }

    /** Takes it from residents, or out of the archive: a draft again. */
    Saved takeAway(long account, Contract contract, Kind kind, String slug) {
        items.lock(contract.id());
        ContractItem before = find(contract, kind, slug);
        String from = ARCHIVED.equals(before.state()) ? ARCHIVED : PUBLISHED;
        return move(account, contract, kind, before, from, DRAFT, What.TAKEN_AWAY);
    }

    /** Puts it away: no longer public, no longer among what is being prepared. */
    Saved archive(long account, Contract contract, Kind kind, String slug) {
        items.lock(contract.id());
        ContractItem before = find(contract, kind, slug);
        String from = DRAFT.equals(before.state()) ? DRAFT : PUBLISHED;
        return move(account, contract, kind, before, from, ARCHIVED, What.ARCHIVED);
    }

    private Saved move(
            long account, Contract contract, Kind kind, ContractItem before, String from, String to, What what) {
        return move(account, contract, kind, before, from, to, what, null);
    }

    private Saved move(
            long account,
            Contract contract,
            Kind kind,
            ContractItem before,
            String from,
            String to,
            What what,
            @Nullable String reason) {
        if (!kind.hasState() || !items.setState(contract.id(), kind.list(), before.slug(), from, to)) {
            return new Saved(before, Map.of(), true);
        }
        plans.delete(contract.id(), kind, before.id());
        pages.changed(kind.tags(contract.id(), before.id()));
        ContractItem now = find(contract, kind, before.slug());
        note(account, contract.id(), kind, what, before, now, reason);
        return new Saved(now, Map.of(), false);
    }

    /**
     * Copies an item with all its languages, as a draft.
     *
     * @param title of the copy, in French
     * @param day of an event's one session; "" to keep the sessions
     */
    Saved copy(long account, Contract contract, Kind kind, String slug, String title, String day) {
        items.lock(contract.id());
        ContractItem from = find(contract, kind, slug);
        ObjectNode body = from.body().deepCopy();
        ((ObjectNode) body.path("title")).put("fr", title);
        if (kind == Kind.EVENT && body.path("sessions").path(0) instanceof ObjectNode) {
            ObjectNode session = ((ObjectNode) body.path("sessions").path(0)).deepCopy();
            session.remove(List.of("state", "reason"));
            session.put("day", day);
            body.putArray("sessions").add(session);
        }
        if (kind == Kind.EVENT) {
            // Another edition: what was said at this one is its first question, and its own days are still to be
            // chosen.
            body.remove(List.of("report", "repeat", "previous"));
            body.path("programme").forEach(part -> ((ObjectNode) part).remove("cancelled"));
            if (body.path("kind").asString("").equals("forum")) {
                body.put("previous", from.slug());
            }
        }
        body.put("slug", name(contract, kind, body, ""));
        Map<String, Problem> problems = rules.problems(contract, kind, null, Place.inFrench(body));
        if (!problems.isEmpty()) {
            return new Saved(from, problems, false);
        }
        // Translations are as old as those of the original; those of a changed title are made from the old one.
        write(contract, kind, body, from.madeFrom());
        String name = body.path("slug").asString("");
        items.setState(contract.id(), kind.list(), name, PUBLISHED, DRAFT);
        ContractItem now = find(contract, kind, name);
        note(account, contract, kind, What.COPIED, null, now);
        return new Saved(now, Map.of(), false);
    }

    /** Keeps every other desk and import from this contract until the transaction ends: its first line. */
    void lock(Contract contract) {
        items.lock(contract.id());
    }

    /** Somebody wrote drafts of it in another language. */
    void isTranslated(Contract contract, Kind kind, ContractItem item) {
        waits.refresh(contract.id(), kind, item);
    }

    /** Writes translations that were reviewed; {@code change} puts them into their texts. */
    void translated(long account, Contract contract, Kind kind, String slug, Runnable change) {
        items.lock(contract.id());
        ContractItem before = find(contract, kind, slug);
        change.run();
        pages.changed(kind.tags(contract.id(), before.id()));
        ContractItem now = find(contract, kind, slug);
        note(account, contract, kind, What.TRANSLATED, before, now);
        waits.refresh(contract.id(), kind, now);
    }

    /**
     * Puts back what a line of history changed, as a new line. Where a field has changed again since, nothing is put
     * back: the problems name those fields, and "" stands for the whole.
     */
    Saved undo(long account, Contract contract, long lineId) {
        items.lock(contract.id());
        ContentHistoryLine line = history.find(contract.id(), lineId).orElseThrow(NotFound::new);
        Kind kind = Kind.valueOf(line.kind());
        ContractItem present = items.all(contract.id(), kind.list()).stream()
                .filter(item -> item.id() == line.itemId())
                .findFirst()
                .orElseThrow(NotFound::new);
        Snapshot before = Snapshot.read(line.beforeItem());
        Snapshot after = Snapshot.read(line.afterItem());
        if (before == null || after == null) {
            return new Saved(present, Map.of("", new Problem("undo.new", "")), false);
        }
        List<Field> fields = forms.fields(kind);
        List<Change> changes = Change.between(fields, before.item(), after.item());
        Map<String, Problem> problems = new LinkedHashMap<>();
        Map<String, JsonNode> now = Place.values(fields, present.body());
        for (Change change : changes) {
            if (!Place.same(now.get(change.path()), change.after())) {
                problems.put(change.path(), new Problem("undo.changed", ""));
            }
        }
        boolean changesState = !before.state().equals(after.state());
        if (changesState && !after.state().equals(present.state())) {
            problems.put("", new Problem("undo.state", ""));
        }
        if (changes.isEmpty() && !changesState) {
            problems.put("", new Problem("undo.nothing", ""));
        }
        if (problems.isEmpty() && changesState && before.state().equals(PUBLISHED)) {
            problems.putAll(rules.unwritten(kind, present.body()));
        }
        if (problems.isEmpty()) {
            problems.putAll(putBack(contract, kind, present, changes, before.madeFrom()));
        }
        if (!problems.isEmpty()) {
            return new Saved(present, problems, false);
        }
        if (changesState) {
            items.setState(contract.id(), kind.list(), present.slug(), after.state(), before.state());
            pages.changed(kind.tags(contract.id(), present.id()));
        }
        ContractItem undone = find(contract, kind, present.slug());
        note(account, contract, kind, What.UNDONE, present, undone);
        return new Saved(undone, Map.of(), false);
    }

    private Map<String, Problem> putBack(
            Contract contract,
            Kind kind,
            ContractItem present,
            List<Change> changes,
            Map<String, List<Made>> madeFrom) {
        ObjectNode body = present.body().deepCopy();
        Map<String, List<Made>> made = new LinkedHashMap<>(present.madeFrom());
        for (Change change : changes) {
            JsonNode old = change.before() == null ? null : change.before().deepCopy();
            if (change.language().isEmpty()) {
                Place.set(body, change.path(), old);
            } else if (Place.at(body, change.field()) instanceof ObjectNode text) {
                // An empty body takes a translation away.
                text.put(change.language(), old == null ? "" : old.asString(""));
            } else {
                Place.set(body, change.field() + "." + change.language(), old);
            }
            made.remove(change.path());
            if (madeFrom.containsKey(change.path())) {
                made.put(change.path(), madeFrom.get(change.path()));
            }
        }
        dropEmptyTexts(kind, body);
        Map<String, Problem> problems = rules.problems(contract, kind, present, Place.inFrench(body));
        if (problems.isEmpty()) {
            write(contract, kind, body, made);
        }
        return problems;
    }

    /** A text whose French is taken back is not there any more. */
    private void dropEmptyTexts(Kind kind, ObjectNode body) {
        for (Field field : forms.fields(kind)) {
            if (field.isText()
                    && Place.at(body, field.path()).path("fr").asString("").isEmpty()) {
                Place.set(body, field.path(), null);
            }
        }
    }

    private void write(Contract contract, Kind kind, ObjectNode body, Map<String, List<Made>> madeFrom) {
        List<String> refused = items.write(contract.id(), kind.list(), body, madeFrom);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Refused after it was judged: " + refused);
        }
    }

    ContractItem find(Contract contract, Kind kind, String slug) {
        return items.find(contract.id(), kind.list(), slug)
                .filter(item -> kind != Kind.CONTRACT || item.slug().equals(slug))
                .orElseThrow(NotFound::new);
    }

    Optional<ContentHistoryLine> lastOf(Contract contract, Kind kind, ContractItem item) {
        return new ArrayList<>(history.findLatest(contract.id(), kind.name(), item.id(), 1, 0))
                .stream().findFirst();
    }

    private void note(
            long account, Contract contract, Kind kind, What what, @Nullable ContractItem before, ContractItem after) {
        note(account, contract.id(), kind, what, before, after, null);
    }

    private void note(
            long account,
            long contractId,
            Kind kind,
            What what,
            @Nullable ContractItem before,
            ContractItem after,
            @Nullable String reason) {
        String was = before == null ? null : Snapshot.of(before).written();
        String is = Snapshot.of(after).written();
        if (!is.equals(was)) {
            Instant now = clock.instant();
            history.save(new ContentHistoryLine(
                    null, contractId, kind.name(), after.id(), after.slug(), account, now, what, was, is, reason));
            waits.refresh(contractId, kind, after);
        }
    }

    /**
     * @param item as it is now; null where there is none yet
     * @param problems by field; where there are any, nothing was kept
     * @param isConflict whether somebody else changed it meanwhile; nothing was kept
     */
    record Saved(@Nullable ContractItem item, Map<String, Problem> problems, boolean isConflict) {

        boolean isDone() {
            return problems.isEmpty() && !isConflict;
        }
    }
}
