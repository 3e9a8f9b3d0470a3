package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.content.ItemRules.Problem;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.web.FormBody;
import tools.jackson.databind.node.ObjectNode;

/** Decides what the form of an item shows. */
@Singleton
class ItemPages {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H 'h' mm");

    private final FieldViews views;
    private final PlainAdvices advices;
    private final ItemRules rules;
    private final Contents contents;
    private final Forms forms;
    private final ReadyQuestions ready;
    private final EditionAsks asks;
    private final Translations translations;
    private final Accounts accounts;
    private final PublicationPlanRepository plans;
    private final ContentLists lists;
    private final Languages languages;
    private final Calendar calendar;
    private final Messages messages;

    ItemPages(
            FieldViews views,
            PlainAdvices advices,
            ItemRules rules,
            Contents contents,
            Forms forms,
            ReadyQuestions ready,
            EditionAsks asks,
            Translations translations,
            Accounts accounts,
            PublicationPlanRepository plans,
            ContentLists lists,
            Languages languages,
            Calendar calendar,
            Messages messages) {
        this.views = views;
        this.advices = advices;
        this.rules = rules;
        this.contents = contents;
        this.forms = forms;
        this.ready = ready;
        this.asks = asks;
        this.translations = translations;
        this.accounts = accounts;
        this.plans = plans;
        this.lists = lists;
        this.languages = languages;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** The form of a new item. */
    ItemPage blank(Contract contract, Kind kind, Typed typed, String address) {
        PlainAdvice plain = advices.of(contract, kind, typed.item());
        return new ItemPage(
                contract.slug(),
                kind.address(),
                address,
                true,
                kind.hasPages(),
                messages.say(Language.SOURCE, "content.desk.new." + kind.definition()),
                kind.hasState() ? "DRAFT" : "",
                typed.slug(),
                true,
                "",
                views.groups(contract, kind, typed.item(), Map.of(), typed.problems(), typed.more(), plain),
                new ItemPage.ItemForm(views.wrongs(kind, typed.problems())),
                "",
                "",
                List.of(),
                List.of(),
                "",
                null,
                plain,
                false,
                "",
                ItemPage.Planned.NOT,
                ready(kind),
                asks.of(contract, kind, typed.item()));
    }

    /** The form of an item as it is. */
    ItemPage of(Contract contract, Kind kind, ContractItem item, String done) {
        return of(
                contract,
                kind,
                item,
                new Typed(Place.inFrench(item.body()), item.slug(), Map.of(), Set.of()),
                done,
                false);
    }

    /** The form with what was typed; in a conflict, with what stands there now beside it. */
    ItemPage of(Contract contract, Kind kind, ContractItem item, Typed typed, String done, boolean isConflict) {
        Map<String, String> held = rules.held(contract, kind, item);
        PlainAdvice plain = advices.of(contract, kind, typed.item());
        String state = item.state() == null ? "" : item.state();
        return new ItemPage(
                contract.slug(),
                kind.address(),
                ContentLists.address(contract, kind, item),
                false,
                kind.hasPages(),
                ContentLists.title(item),
                state,
                typed.slug(),
                contents.mayRename(contract, kind, item),
                contents.revision(contract, kind, item),
                views.groups(contract, kind, typed.item(), held, typed.problems(), typed.more(), plain),
                new ItemPage.ItemForm(views.wrongs(kind, typed.problems())),
                done,
                state.equals("PUBLISHED") && kind.hasPages()
                        ? "/fr/" + contract.slug() + kind.publicPath(item.slug())
                        : "",
                languages(contract, kind, item),
                isConflict ? since(contract, kind, item, typed.item()) : List.of(),
                lastChange(contract, kind, item),
                "answered".equals(held.get("questions"))
                        ? messages.say(Language.SOURCE, "content.desk.item.answered")
                        : null,
                plain,
                state.equals("PUBLISHED") && !rules.isPlain(contract, kind, item.body()),
                typed.reason(),
                planned(contract, kind, item, typed.plan()),
                ready(kind),
                asks.of(contract, kind, typed.item()));
    }

    private List<ReadyQuestions.Ready> ready(Kind kind) {
        return kind == Kind.CONSULTATION ? ready.all() : List.of();
    }

    private ItemPage.Planned planned(Contract contract, Kind kind, ContractItem item, @Nullable FormBody typed) {
        ItemPage.Planned planned = plans.find(contract.id(), kind, item.id())
                .map(plan -> planned(contract, plan))
                .orElse(ItemPage.Planned.NOT);
        return typed == null ? planned : planned.as(typed);
    }

    private ItemPage.Planned planned(Contract contract, PublicationPlan plan) {
        ZonedDateTime at = plan.publishAt().atZone(contract.zoneId());
        return new ItemPage.Planned(
                lists.when(contract, plan),
                plan.isHindered(),
                at.toLocalDate().toString(),
                at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                Objects.requireNonNullElse(plan.plainReason(), ""));
    }

    private List<ItemPage.Since> since(Contract contract, Kind kind, ContractItem item, ObjectNode typed) {
        List<ItemPage.Since> since = new ArrayList<>();
        for (Change change : Change.between(forms.fields(kind), typed, Place.inFrench(item.body()))) {
            since.add(new ItemPage.Since(
                    views.label(kind, change.field()),
                    views.shown(contract, kind, change, true),
                    views.shown(contract, kind, change, false)));
        }
        if (since.isEmpty()) {
            since.add(new ItemPage.Since(
                    messages.say(Language.SOURCE, "content.desk.item.state"),
                    "",
                    messages.say(Language.SOURCE, "content.desk.state." + item.state())));
        }
        return since;
    }

    private List<ContentListPage.LanguageMark> languages(Contract contract, Kind kind, ContractItem item) {
        if (item.texts().isEmpty()) {
            return List.of();
        }
        Map<String, Coverage> coverage = translations.coverage(item.texts().values());
        return ContentLists.offered(contract, languages).stream()
                .map(Language::code)
                .map(code -> new ContentListPage.LanguageMark(
                        code,
                        coverage.getOrDefault(code, Coverage.MISSING).name(),
                        ContentLists.address(contract, kind, item) + "/" + code))
                .toList();
    }

    private String lastChange(Contract contract, Kind kind, ContractItem item) {
        return contents.lastOf(contract, kind, item)
                .map(line -> messages.say(
                        Language.SOURCE,
                        "content.desk.item.last",
                        Map.of("who", who(line), "when", when(contract, line))))
                .orElse("");
    }

    String who(ContentHistoryLine line) {
        return accounts.names(List.of(line.accountId()))
                .getOrDefault(line.accountId(), messages.say(Language.SOURCE, "content.desk.history.nobody"));
    }

    String when(Contract contract, ContentHistoryLine line) {
        var at = line.changedAt().atZone(contract.zoneId());
        return calendar.day(Language.SOURCE, at.toLocalDate()) + ", " + HOUR.format(at);
    }

    /**
     * What was typed.
     *
     * @param more lists of lines for which another line was asked
     * @param reason why it is shown although it is hard to read; "" where none was given
     * @param plan the day, the hour and the reason of a publication to come; null where none was typed
     */
    record Typed(
            ObjectNode item,
            String slug,
            @Nullable Map<String, Problem> found,
            Set<String> more,
            String reason,
            @Nullable FormBody plan) {

        Typed(ObjectNode item, String slug, @Nullable Map<String, Problem> found, Set<String> more) {
            this(item, slug, found, more, "");
        }

        Typed(ObjectNode item, String slug, @Nullable Map<String, Problem> found, Set<String> more, String reason) {
            this(item, slug, found, more, reason, null);
        }

        Map<String, Problem> problems() {
            return found == null ? Map.of() : found;
        }
    }
}
