package org.portevoix.participation;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.NumberFormat;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;
import org.portevoix.participation.Figures.OfAction;
import org.portevoix.participation.Figures.Rate;
import org.portevoix.participation.ParticipationPage.ActionRow;
import org.portevoix.participation.ParticipationPage.Received;
import org.portevoix.participation.ParticipationPage.Row;
import org.portevoix.participation.ParticipationPage.Table;
import org.portevoix.web.Headings;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Paging;

/** Decides what the page of participation shows. */
@Singleton
class ParticipationPages {
    private static final int PAGE_SIZE = 30;

    private final Subject subject;
    private final PublishedFigures published;
    private final Headings headings;
    private final Words words;

    ParticipationPages(Subject subject, PublishedFigures published, Headings headings, Words words) {
        this.subject = subject;
        this.published = published;
        this.headings = headings;
        this.words = words;
    }

    /** @param number of the page of its actions, from 1 */
    Page show(Language language, String contract, int number) {
        long id = subject.contract(contract).orElseThrow(NotFound::new);
        Layout.ContractHeading heading = headings.find(contract, language).orElseThrow(NotFound::new);
        Figures figures = published.of(id);
        return new Page(
                "participation/show",
                new Layout(
                        words.say(language, "participation.page.title"),
                        language,
                        "/" + contract + "/participation",
                        "participation",
                        heading),
                page(language, id, contract, figures, number),
                Set.of(PublishedFigures.tag(id)),
                published.until(figures));
    }

    private ParticipationPage page(Language language, long id, String contract, Figures figures, int number) {
        Map<String, Object> axes = new LinkedHashMap<>();
        subject.axes(id, language.code()).forEach(axis -> axes.put(axis.slug(), words.title(language, axis.title())));
        axes.put(Figures.NO_AXIS, words.say(language, "participation.page.no_axis"));
        List<Table> tables = new ArrayList<>();
        tables.add(table("level", language, figures.byLevel(), Map.of(), keyed(language, "level", figures.byLevel())));
        tables.add(table(
                "neighbourhood",
                language,
                figures.byNeighbourhood(),
                figures.rates(),
                neighbourhoods(language, id, figures)));
        tables.add(table("axis", language, figures.byAxis(), Map.of(), axes));
        tables.add(table(
                "channel", language, figures.byChannel(), Map.of(), keyed(language, "channel", figures.byChannel())));
        tables.add(table("month", language, figures.byMonth(), Map.of(), months(language, figures)));
        return new ParticipationPage(
                words.number(language, figures.participations() == null ? 0 : figures.participations()),
                words.number(language, figures.intentions() == null ? 0 : figures.intentions()),
                figures.participations() != null && figures.participations() == 0,
                figures.hasHidden(),
                words.day(language, figures.asOf().atZone(subject.zone(id)).toLocalDate()),
                tables,
                Paging.of(number, PAGE_SIZE, (count, skip) -> actions(language, id, figures, count, skip)),
                "/api/v1/contracts/" + contract + "/participation");
    }

    /** In the order of the labels; a figure that is null stays without a number. */
    private Table table(
            String name,
            Language language,
            Map<String, @Nullable Long> figures,
            Map<String, Rate> rates,
            Map<String, Object> labels) {
        long most = figures.values().stream()
                .mapToLong(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        List<Row> rows = new ArrayList<>();
        labels.forEach((key, label) -> {
            if (figures.containsKey(key)) {
                Long value = figures.get(key);
                int width = value == null || most == 0 ? 0 : (int) Math.round(100.0 * value / most);
                rows.add(new Row(
                        label,
                        value == null ? null : words.number(language, value),
                        width,
                        language.direction().equals("rtl") ? 100 - width : 0,
                        rate(language, rates.get(key))));
            }
        });
        return new Table(name, !rates.isEmpty(), rows);
    }

    private @Nullable String rate(Language language, @Nullable Rate rate) {
        if (rate == null) {
            return null;
        }
        return rate.perThousand() == null
                ? words.say(language, "participation.rate." + rate.because())
                : words.rate(language, rate.perThousand());
    }

    private Map<String, Object> keyed(Language language, String name, Map<String, ?> figures) {
        Map<String, Object> labels = new LinkedHashMap<>();
        figures.keySet().forEach(key -> labels.put(key, words.say(language, "participation." + name + "." + key)));
        return labels;
    }

    /** By name, whatever their figures: no league. */
    private Map<String, Object> neighbourhoods(Language language, long id, Figures figures) {
        Comparator<Object> byName = Collator.getInstance(language.locale());
        Map<String, Object> labels = new LinkedHashMap<>();
        subject.neighbourhoods(id, language.code()).stream()
                .sorted(Comparator.comparing(each -> each.name().text(), byName))
                .forEach(each -> labels.put(each.slug(), words.title(language, each.name())));
        figures.byNeighbourhood().keySet().forEach(slug -> labels.putIfAbsent(slug, slug));
        labels.remove(LedgerLine.OTHER_TOWN);
        labels.remove(LedgerLine.UNKNOWN);
        labels.put(LedgerLine.OTHER_TOWN, words.say(language, "participation.page.other_town"));
        labels.put(LedgerLine.UNKNOWN, words.say(language, "participation.page.unknown"));
        return labels;
    }

    private Map<String, Object> months(Language language, Figures figures) {
        Map<String, Object> labels = new LinkedHashMap<>();
        figures.byMonth().keySet().forEach(month -> labels.put(month, words.month(language, YearMonth.parse(month))));
        return labels;
    }

    private List<ActionRow> actions(Language language, long id, Figures figures, int count, int skip) {
        List<OfAction> shown =
                figures.actions().stream().skip(skip).limit(count).toList();
        Map<String, Subject.Plate> plates =
                subject.plates(id, shown.stream().map(OfAction::slug).toList(), language.code());
        return shown.stream()
                .filter(action -> plates.containsKey(action.slug()))
                .map(action -> action(language, Objects.requireNonNull(plates.get(action.slug())), action))
                .toList();
    }

    private ActionRow action(Language language, Subject.Plate plate, OfAction action) {
        List<Received> received = new ArrayList<>();
        action.byLevel().forEach((level, count) -> {
            if (count != null && count > 0) {
                received.add(new Received(level, words.number(language, count)));
            }
        });
        return new ActionRow(
                action.slug(),
                words.title(language, plate.title()),
                action.aimedAt() == null ? null : action.aimedAt().key(),
                plate.noneBecause() == null ? null : words.title(language, plate.noneBecause()),
                received,
                action.byLevel().containsValue(null),
                action.reached() == null ? null : action.reached().key(),
                action.promise().name());
    }

    /** Numbers, days and titles as a reader of a language reads them. */
    @Singleton
    static final class Words {
        private final Messages messages;
        private final Calendar calendar;
        private final Languages languages;

        Words(Messages messages, Calendar calendar, Languages languages) {
            this.messages = messages;
            this.calendar = calendar;
            this.languages = languages;
        }

        String say(Language language, String key) {
            return messages.say(language.code(), key);
        }

        String number(Language language, long number) {
            return NumberFormat.getIntegerInstance(language.locale()).format(number);
        }

        String rate(Language language, double rate) {
            NumberFormat format = NumberFormat.getInstance(language.locale());
            format.setMaximumFractionDigits(1);
            return format.format(rate);
        }

        String day(Language language, java.time.LocalDate day) {
            return calendar.day(language.code(), day);
        }

        String month(Language language, YearMonth month) {
            return calendar.month(language.code(), month);
        }

        Translated title(Language language, Subject.Title title) {
            String direction = languages
                    .find(title.language())
                    .orElseGet(languages::source)
                    .direction();
            return Translated.of(
                    title.language(), direction, !title.language().equals(language.code()), List.of(title.text()));
        }
    }
}
