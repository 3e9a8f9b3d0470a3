package org.portevoix.report;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Period;
import org.portevoix.participation.Subject;
import org.portevoix.web.NotFound;
import org.portevoix.web.Paging;

/** The yearly report for the regional health agency: to read, to print, and as a file. */
@Controller("/equipe/{contract}/rapport")
class YearDeskController {
    /** On one page; the file has all. */
    static final int SHEETS = 40;

    private final Reports reports;
    private final YearSheets sheets;
    private final Town town;
    private final DeskPages pages;
    private final Clock clock;

    YearDeskController(Reports reports, YearSheets sheets, Town town, DeskPages pages, Clock clock) {
        this.reports = reports;
        this.sheets = sheets;
        this.town = town;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/activite")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            @Nullable @QueryValue String annee,
            @Nullable @QueryValue String axe,
            @Nullable @QueryValue Integer page) {
        Contract found = desk.contract(contract, Permission.REPORT);
        Year year = year(annee, found);
        Town.Known known = town.of(found.id());
        Report report = report(found, year);
        Paging<Subject.Sheet> paging = Paging.of(
                page == null ? 1 : page,
                SHEETS,
                (count, skip) ->
                        asked(known, axe).stream().skip(skip).limit(count).toList());
        String chosen = "?annee=" + year + (axe == null || axe.isEmpty() ? "" : "&axe=" + axe);
        return pages.show(
                desk,
                found,
                HttpStatus.OK,
                "report/desk_year",
                "report.desk.year.title",
                "report",
                new YearPage(
                        found.slug(),
                        found.territoryName(),
                        year.toString(),
                        years(found, report, year),
                        known.axes().entrySet().stream()
                                .map(axis -> new ReportHead.Choice(
                                        axis.getKey(),
                                        axis.getValue(),
                                        axis.getKey().equals(axe)))
                                .toList(),
                        report.asOf() != null,
                        Optional.ofNullable(report.asOf())
                                .map(at -> ReportPages.moment(at, found.zoneId()))
                                .orElse(""),
                        sheets.of(found, year, report, known, paging.items()),
                        chosen,
                        paging.previous() == null ? null : chosen + "&page=" + paging.previous(),
                        page == null ? 1 : page,
                        paging.next() == null ? null : chosen + "&page=" + paging.next()));
    }

    @Get("/activite.csv")
    HttpResponse<?> csv(
            Desk desk, String contract, @Nullable @QueryValue String annee, @Nullable @QueryValue String axe) {
        Contract found = desk.contract(contract, Permission.REPORT);
        Year year = year(annee, found);
        Town.Known known = town.of(found.id());
        return ReportFileController.file(
                YearCsv.write(sheets.of(found, year, report(found, year), known, asked(known, axe))),
                "text/csv;charset=utf-8",
                found,
                "activite-" + year,
                "csv");
    }

    private Report report(Contract contract, Year year) {
        return reports.of(contract, new Period(year.toString()), null, false);
    }

    private static List<Subject.Sheet> asked(Town.Known known, @Nullable String axis) {
        if (axis == null || axis.isEmpty()) {
            return known.sheets();
        }
        if (!known.axes().containsKey(axis)) {
            throw new NotFound();
        }
        return known.sheets().stream()
                .filter(sheet -> sheet.axis().equals(axis))
                .toList();
    }

    private Year year(@Nullable String asked, Contract contract) {
        if (asked == null || asked.isEmpty()) {
            return Year.now(clock.withZone(contract.zoneId()));
        }
        if (!asked.matches("[12][0-9]{3}")) {
            throw new NotFound();
        }
        return Year.parse(asked);
    }

    /** The latest first: those of the contract up to now, and those that have figures. */
    private List<ReportHead.Choice> years(Contract contract, Report report, Year chosen) {
        TreeSet<Integer> years = new TreeSet<>();
        years.add(chosen.getValue());
        int now = Year.now(clock.withZone(contract.zoneId())).getValue();
        LocalDate start = contract.startsOn();
        for (int year = start == null ? now : start.getYear(); year <= now; year++) {
            years.add(year);
        }
        report.periods().stream().filter(Period::isYear).forEach(year -> years.add(Integer.parseInt(year.key())));
        List<Integer> latest = new ArrayList<>(years);
        Collections.reverse(latest);
        return latest.stream()
                .map(year -> new ReportHead.Choice(
                        Integer.toString(year), Integer.toString(year), year == chosen.getValue()))
                .toList();
    }
}
