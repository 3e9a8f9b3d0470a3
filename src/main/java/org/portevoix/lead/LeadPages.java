package org.portevoix.lead;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetAims;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Homes;
import org.portevoix.contract.Visit;
import org.portevoix.distress.DistressLooks;
import org.portevoix.distress.Help;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormError;
import org.portevoix.web.Layout;
import org.portevoix.web.SiteSecret;

/** Decides what the page of a lead shows, and reads what they typed. */
@Singleton
class LeadPages {

    private final LeadReportRepository reports;
    private final ReportCards cards;
    private final SheetProgress sheets;
    private final Contracts contracts;
    private final Homes homes;
    private final Calendar calendar;
    private final Messages messages;
    private final Drawing drawing;
    private final SiteSecret secret;
    private final DistressLooks distress;
    private final Clock clock;

    LeadPages(
            LeadReportRepository reports,
            ReportCards cards,
            SheetProgress sheets,
            Contracts contracts,
            Homes homes,
            Calendar calendar,
            Messages messages,
            Drawing drawing,
            SiteSecret secret,
            DistressLooks distress,
            Clock clock) {
        this.reports = reports;
        this.cards = cards;
        this.sheets = sheets;
        this.contracts = contracts;
        this.homes = homes;
        this.calendar = calendar;
        this.messages = messages;
        this.drawing = drawing;
        this.secret = secret;
        this.distress = distress;
        this.clock = clock;
    }

    LocalDate today(LeadLink link) {
        return LocalDate.now(clock.withZone(contract(link).zoneId()));
    }

    /** Where people may live, in the contract's order; then another town, and not known. */
    List<String> homes(LeadLink link) {
        return homes.slugs(link.contractId());
    }

    Map<String, Integer> heads(LeadLink link, LeadForm form, ReportKind kind) {
        return kind == ReportKind.HEAD_COUNT ? form.heads(homes(link)) : Map.of();
    }

    /** Of a form without errors. */
    LeadReport report(LeadLink link, LeadForm form, ReportKind kind, String key) {
        boolean isProgress = kind == ReportKind.PROGRESS;
        boolean isMeasure = kind == ReportKind.MEASURE;
        String day = isProgress ? "on" : isMeasure ? "read_on" : "day";
        Map<String, String> typed = new java.util.TreeMap<>(form.typed());
        typed.put("key", key);
        return new LeadReport(
                null,
                link.contractId(),
                link.actionSheetId(),
                link.id(),
                secret.hmac("lead report", link.id() + "\n" + kind + "\n" + typed),
                kind,
                ReportState.WAITING,
                clock.instant(),
                form.day(day).orElseThrow(),
                isProgress ? form.get("progress") : null,
                isProgress ? given(form.get("outcome")) : null,
                isProgress ? given(form.get("reason")) : null,
                isProgress ? null : isMeasure ? form.title() : form.get("activity"),
                isMeasure ? form.get("measure_kind") : null,
                isMeasure ? form.get("unit") : null,
                isMeasure ? form.number("baseline") : null,
                isMeasure ? form.number("target") : null,
                isMeasure ? form.number("value") : null,
                isMeasure ? form.get("source") : null,
                isProgress ? given(form.get("note")) : null,
                isProgress ? given(form.get("adaptation")) : null,
                isProgress ? given(form.get("lever")) : null,
                null);
    }

    String draw(LeadLink link, String token, LeadForm form, Map<String, String> errors, String done, String key) {
        Contract contract = contract(link);
        SheetProgress.Standing sheet = sheets.standing(link.actionSheetId()).orElseThrow();
        Visit visit = contracts.visit(Language.SOURCE, contract.slug());
        Layout layout = new Layout(
                messages.say(Language.SOURCE, "lead.desk.page.title"),
                visit.language(),
                "",
                "",
                visit.heading().inOneLanguage());
        Map<String, String> typed = new HashMap<>(form.typed());
        List.of("on", "read_on", "day")
                .forEach(day -> typed.putIfAbsent(day, today(link).toString()));
        typed.putIfAbsent("progress", sheet.progress());
        List<LeadReport> sent = reports.findByLink(link.id());
        return drawing.draw(
                "lead/show",
                layout,
                new LeadPage(
                        token,
                        sheet,
                        calendar.day(
                                Language.SOURCE,
                                link.expiresAt().atZone(contract.zoneId()).toLocalDate()),
                        cards.of(contract, sent),
                        new FormView(
                                typed,
                                errors.entrySet().stream()
                                        .map(error -> new FormError(
                                                error.getKey(), messages.say(Language.SOURCE, error.getValue())))
                                        .toList(),
                                choices(SheetProgress.PROGRESSES, typed.get("progress")),
                                choices(SheetProgress.OUTCOMES, typed.get("outcome")),
                                choices(SheetProgress.REASONS, typed.get("reason")),
                                choices(SheetAims.LEVERS, typed.get("lever")),
                                choices(SheetProgress.MEASURE_KINDS, typed.get("measure_kind")),
                                choices(sheet.indicators(), typed.get("known")),
                                homes(link, typed)),
                        done,
                        done.isEmpty() ? null : helpAfter(sent)),
                key);
    }

    /** @param sent latest first */
    private @Nullable Help helpAfter(List<LeadReport> sent) {
        return sent.stream()
                .findFirst()
                .map(LeadReport::words)
                .map(distress::help)
                .orElse(null);
    }

    private List<Home> homes(LeadLink link, Map<String, String> typed) {
        return homes.choices(Language.SOURCE, link.contractId(), "").stream()
                .map(home -> new Home(
                        LeadForm.HEADS + home.value(),
                        home.words(),
                        typed.getOrDefault(LeadForm.HEADS + home.value(), "")))
                .toList();
    }

    private static List<Choice> choices(List<String> values, @Nullable String chosen) {
        return values.stream()
                .map(value -> new Choice(value, value.equals(chosen)))
                .toList();
    }

    private static @Nullable String given(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private Contract contract(LeadLink link) {
        return contracts.find(link.contractId()).orElseThrow();
    }

    /**
     * The page of a lead.
     *
     * @param expires day in words
     * @param done what was just sent, or ""
     * @param help whom to call, when what was just sent says that somebody may be in danger
     */
    record LeadPage(
            String token,
            SheetProgress.Standing sheet,
            String expires,
            List<ReportCards.Card> reports,
            FormView form,
            String done,
            @Nullable Help help) {}

    /** The three forms, with what was typed. */
    record FormView(
            Map<String, String> typed,
            List<FormError> errors,
            List<Choice> progresses,
            List<Choice> outcomes,
            List<Choice> reasons,
            List<Choice> levers,
            List<Choice> measureKinds,
            List<Choice> known,
            List<Home> homes) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    record Choice(String value, boolean isChosen) {}

    /** How many people of one neighbourhood. */
    record Home(String field, String name, String heads) {}
}
