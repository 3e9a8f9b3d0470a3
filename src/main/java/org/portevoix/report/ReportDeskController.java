package org.portevoix.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.NotFound;

/** The report at the desk: the dashboard of a meeting, its parts, and the facts behind each figure. */
@Controller("/equipe/{contract}/rapport")
class ReportDeskController {
    private final Reports reports;
    private final DashboardPages dashboards;
    private final PartPages parts;
    private final FactsPages facts;
    private final DeskPages pages;

    ReportDeskController(
            Reports reports, DashboardPages dashboards, PartPages parts, FactsPages facts, DeskPages pages) {
        this.reports = reports;
        this.dashboards = dashboards;
        this.parts = parts;
        this.facts = facts;
        this.pages = pages;
    }

    /** Where no period is asked for, one that can be compared. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportQuery asked = ReportQuery.of(request.getParameters());
        ReportQuery query =
                request.getParameters().contains(ReportQuery.PERIOD) ? asked : asked.over(reports.usual(found));
        return show(
                desk,
                found,
                "report/desk_show",
                "report.desk.title",
                dashboards.of(report(desk, found, query), query, found.zoneId()));
    }

    @Get("/{part}")
    HttpResponse<?> part(HttpRequest<?> request, Desk desk, String contract, String part) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportPart asked = ReportPart.find(part).orElseThrow(NotFound::new);
        ReportQuery query = ReportQuery.of(request.getParameters());
        return show(
                desk,
                found,
                "report/desk_part",
                "report.desk.part." + part,
                parts.of(report(desk, found, query), asked, query, found.id(), found.zoneId()));
    }

    @Get("/faits")
    HttpResponse<?> facts(
            HttpRequest<?> request,
            Desk desk,
            String contract,
            @Nullable @QueryValue String tableau,
            @Nullable @QueryValue String ligne,
            @Nullable @QueryValue String niveau) {
        Contract found = desk.contract(contract, Permission.REPORT);
        return show(
                desk,
                found,
                "report/desk_facts",
                "report.desk.facts.title",
                facts.of(found, tableau, ligne, niveau, ReportQuery.of(request.getParameters())));
    }

    private Report report(Desk desk, Contract contract, ReportQuery query) {
        return reports.of(contract, query.period(), query.previous(), desk.may(Permission.PRIORITY_AREAS, contract));
    }

    private HttpResponse<?> show(Desk desk, Contract contract, String template, String title, Object page) {
        return pages.show(desk, contract, HttpStatus.OK, template, title, "report", page);
    }
}
