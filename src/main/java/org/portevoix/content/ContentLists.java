package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.web.Paging;
import tools.jackson.databind.JsonNode;

/** Decides what the list of contents shows. */
@Singleton
class ContentLists {

    /** Of each kind, where all are shown. */
    private static final int FIRST = 25;

    private static final int PAGE_SIZE = 100;
    private static final long LONG_AGO = 1_000_000;

    private final ContractItems items;
    private final Translations translations;
    private final PublicationPlanRepository plans;
    private final Languages languages;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    ContentLists(
            ContractItems items,
            Translations translations,
            PublicationPlanRepository plans,
            Languages languages,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.items = items;
        this.translations = translations;
        this.plans = plans;
        this.languages = languages;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What has days comes by them: the next first, then what is over, the latest first.
     *
     * @param kind its address, or "" for the first of each
     * @param state one of the three; "" for all that is not archived
     * @param number of the page of a kind, from 1
     */
    ContentListPage of(Contract contract, String kind, String state, int number, boolean mayWrite) {
        List<ContentListPage.Section> sections = new ArrayList<>();
        Paging<ContractItem> shown = null;
        Map<String, String> planned = plans.findAll(contract.id()).stream()
                .collect(Collectors.toMap(plan -> plan.kind() + "/" + plan.itemId(), plan -> when(contract, plan)));
        for (Kind one : Kind.shown()) {
            if (kind.isEmpty() || kind.equals(one.address())) {
                List<ContractItem> found = items.all(contract.id(), one.list()).stream()
                        .filter(item -> state.isEmpty() ? !"ARCHIVED".equals(item.state()) : state.equals(item.state()))
                        .sorted(byDay(LocalDate.now(clock.withZone(contract.zoneId()))))
                        .toList();
                Paging<ContractItem> paging = Paging.of(
                        kind.isEmpty() ? 1 : number,
                        kind.isEmpty() ? FIRST : PAGE_SIZE,
                        (count, skip) -> found.stream().skip(skip).limit(count).toList());
                shown = kind.isEmpty() ? null : paging;
                sections.add(new ContentListPage.Section(
                        one.address(),
                        say("content.desk.kinds." + one.definition()),
                        say("content.desk.empty." + one.definition()),
                        mayWrite ? say("content.desk.new." + one.definition()) : "",
                        rows(contract, one, paging.items(), planned),
                        kind.isEmpty() ? found.size() - paging.items().size() : 0));
            }
        }
        return new ContentListPage(
                contract.slug(),
                kind,
                state,
                mayWrite,
                Kind.shown().stream()
                        .map(one -> new ContentListPage.Choice(
                                one.address(),
                                say("content.desk.kinds." + one.definition()),
                                one.address().equals(kind)))
                        .toList(),
                sections,
                shown,
                kind.isEmpty() && state.isEmpty() ? ground(contract, mayWrite) : List.of());
    }

    private List<ContentListPage.Ground> ground(Contract contract, boolean mayWrite) {
        return Kind.ground().stream()
                .map(kind -> new ContentListPage.Ground(
                        kind.address(),
                        say("content.desk.kinds." + kind.definition()),
                        rows(contract, kind, items.all(contract.id(), kind.list()), Map.of()),
                        mayWrite && kind != Kind.CONTRACT ? say("content.desk.new." + kind.definition()) : ""))
                .toList();
    }

    private List<ContentListPage.Row> rows(
            Contract contract, Kind kind, List<ContractItem> shown, Map<String, String> planned) {
        Map<Long, Map<String, Coverage>> coverages = translations.coverages(shown.stream()
                .collect(Collectors.toMap(ContractItem::id, item -> item.texts().values(), (one, same) -> one)));
        return shown.stream()
                .map(item -> row(
                        contract,
                        kind,
                        item,
                        planned.getOrDefault(kind + "/" + item.id(), ""),
                        coverages.getOrDefault(item.id(), Map.of())))
                .toList();
    }

    private ContentListPage.Row row(
            Contract contract, Kind kind, ContractItem item, String planned, Map<String, Coverage> coverage) {
        String address = address(contract, kind, item);
        return new ContentListPage.Row(
                address,
                title(item),
                when(item.body()),
                item.state() == null ? "" : item.state(),
                planned,
                item.texts().isEmpty()
                        ? List.of()
                        : offered(contract, languages).stream()
                                .map(Language::code)
                                .map(code -> new ContentListPage.LanguageMark(
                                        code,
                                        coverage.getOrDefault(code, Coverage.MISSING)
                                                .name(),
                                        address + "/" + code))
                                .toList());
    }

    /** The languages that a contract offers besides French, as far as the site knows them. */
    static List<Language> offered(Contract contract, Languages languages) {
        return languages.of(contract.languageCodes()).stream()
                .filter(language -> !language.code().equals(Language.SOURCE))
                .toList();
    }

    /** Codes of French, of the languages offered, and of another one that was asked for. */
    static List<String> columns(Contract contract, Languages languages, String asked) {
        Set<String> codes = new LinkedHashSet<>(List.of(Language.SOURCE));
        offered(contract, languages).forEach(language -> codes.add(language.code()));
        languages.find(asked).ifPresent(language -> codes.add(language.code()));
        return List.copyOf(codes);
    }

    static String address(Contract contract, Kind kind, ContractItem item) {
        return kind.itemAddress(contract, item.slug());
    }

    static String title(ContractItem item) {
        JsonNode title = item.body().has("title")
                ? item.body().path("title")
                : item.body().path("name");
        return title.isString() ? title.asString("") : Place.french(title);
    }

    /** When a draft shows itself, or that it could not, in words. */
    String when(Contract contract, PublicationPlan plan) {
        return messages.say(
                Language.SOURCE,
                plan.isHindered() ? "content.desk.plan.hindered" : "content.desk.plan.when",
                Map.of(
                        "day",
                        calendar.fullDay(
                                Language.SOURCE,
                                plan.publishAt().atZone(contract.zoneId()).toLocalDate()),
                        "hour",
                        calendar.hour(Language.SOURCE, plan.publishAt(), contract.zoneId())));
    }

    private String when(JsonNode item) {
        LocalDate day = lastDay(item);
        return day == null ? "" : calendar.fullDay(Language.SOURCE, day);
    }

    private static @Nullable LocalDate lastDay(JsonNode item) {
        JsonNode day = item.has("sessions")
                ? item.path("sessions").path(item.path("sessions").size() - 1).path("day")
                : item.path("closes");
        return day.isString() ? LocalDate.parse(day.asString("")) : null;
    }

    private static Comparator<ContractItem> byDay(LocalDate today) {
        return Comparator.comparing(item -> {
            LocalDate day = lastDay(item.body());
            long away = day == null ? 0 : ChronoUnit.DAYS.between(today, day);
            return away >= 0 ? away : LONG_AGO - away;
        });
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
