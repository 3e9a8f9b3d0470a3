package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import tools.jackson.databind.JsonNode;

/** Decides what the list of contents shows. */
@Singleton
class ContentLists {

    private final ContractItems items;
    private final Translations translations;
    private final PublicationPlanRepository plans;
    private final Languages languages;
    private final Calendar calendar;
    private final Messages messages;

    ContentLists(
            ContractItems items,
            Translations translations,
            PublicationPlanRepository plans,
            Languages languages,
            Calendar calendar,
            Messages messages) {
        this.items = items;
        this.translations = translations;
        this.plans = plans;
        this.languages = languages;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @param kind its address, state: one of the three; "" for all that is not archived */
    ContentListPage of(Contract contract, String kind, String state, boolean mayWrite) {
        List<ContentListPage.Section> sections = new ArrayList<>();
        Map<String, String> planned = plans.findAll(contract.id()).stream()
                .collect(Collectors.toMap(plan -> plan.kind() + "/" + plan.itemId(), plan -> when(contract, plan)));
        for (Kind one : Kind.pages()) {
            if (kind.isEmpty() || kind.equals(one.address())) {
                sections.add(new ContentListPage.Section(
                        one.address(),
                        say("content.desk.kinds." + one.definition()),
                        say("content.desk.empty." + one.definition()),
                        mayWrite ? say("content.desk.new." + one.definition()) : "",
                        items.all(contract.id(), one.list()).stream()
                                .filter(item ->
                                        state.isEmpty() ? !"ARCHIVED".equals(item.state()) : state.equals(item.state()))
                                .map(item -> row(contract, one, item, planned.getOrDefault(one + "/" + item.id(), "")))
                                .toList()));
            }
        }
        return new ContentListPage(
                contract.slug(),
                kind,
                state,
                mayWrite,
                Kind.pages().stream()
                        .map(one -> new ContentListPage.Choice(
                                one.address(),
                                say("content.desk.kinds." + one.definition()),
                                one.address().equals(kind)))
                        .toList(),
                sections,
                kind.isEmpty() && state.isEmpty() ? ground(contract, mayWrite) : List.of());
    }

    private List<ContentListPage.Ground> ground(Contract contract, boolean mayWrite) {
        return Kind.ground().stream()
                .map(kind -> new ContentListPage.Ground(
                        kind.address(),
                        say("content.desk.kinds." + kind.definition()),
                        items.all(contract.id(), kind.list()).stream()
                                .map(item -> row(contract, kind, item, ""))
                                .toList(),
                        mayWrite && kind != Kind.CONTRACT ? say("content.desk.new." + kind.definition()) : ""))
                .toList();
    }

    private ContentListPage.Row row(Contract contract, Kind kind, ContractItem item, String planned) {
        String address = address(contract, kind, item);
        Map<String, Coverage> coverage = translations.coverage(item.texts().values());
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
        return "/equipe/" + contract.slug() + "/contenus/" + kind.address() + "/" + item.slug();
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
        JsonNode day = item.has("sessions")
                ? item.path("sessions").path(item.path("sessions").size() - 1).path("day")
                : item.path("closes");
        return day.isString() ? calendar.fullDay(Language.SOURCE, LocalDate.parse(day.asString(""))) : "";
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
