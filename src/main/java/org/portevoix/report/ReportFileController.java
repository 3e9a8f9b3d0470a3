package org.portevoix.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.Drawing;
import org.portevoix.web.Resources;

/** What can be taken away of the report: all its figures, one table of it, the drawing of a table. */
@Controller("/equipe/{contract}/rapport")
class ReportFileController {
    private static final String CSV = "text/csv;charset=utf-8";

    private final Reports reports;
    private final PartPages parts;
    private final ReportJson json;
    private final Drawing drawing;
    private final String style = Resources.read("/report/chart.css");

    ReportFileController(Reports reports, PartPages parts, ReportJson json, Drawing drawing) {
        this.reports = reports;
        this.parts = parts;
        this.json = json;
        this.drawing = drawing;
    }

    @Get("/chiffres.csv")
    HttpResponse<?> csv(HttpRequest<?> request, Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportQuery query = ReportQuery.of(request.getParameters());
        return file(ReportCsv.write(report(desk, found, query)), CSV, found, "rapport", "csv");
    }

    @Get("/chiffres.json")
    HttpResponse<?> json(HttpRequest<?> request, Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportQuery query = ReportQuery.of(request.getParameters());
        return file(json.write(report(desk, found, query)), "application/json", found, "rapport", "json");
    }

    /** The rows that are chosen, all pages of them. */
    @Get("/tableaux/{table}.csv")
    HttpResponse<?> tableCsv(HttpRequest<?> request, Desk desk, String contract, String table) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportQuery query = ReportQuery.of(request.getParameters());
        Report.Table chosen = parts.chosen(report(desk, found, query), table, query, found.id());
        return file(ReportCsv.write(List.of(chosen)), CSV, found, table, "csv");
    }

    @Get("/tableaux/{table}.svg")
    HttpResponse<?> tableSvg(HttpRequest<?> request, Desk desk, String contract, String table) {
        Contract found = desk.contract(contract, Permission.REPORT);
        ReportQuery query = ReportQuery.of(request.getParameters());
        Report report = report(desk, found, query);
        Chart chart = parts.chart(report, table, query, found.id());
        return file(
                drawing.draw(
                        "report/chart_file", Map.of("chart", chart, "chartStyle", style, "period", parts.when(report))),
                "image/svg+xml;charset=utf-8",
                found,
                table,
                "svg");
    }

    private Report report(Desk desk, Contract contract, ReportQuery query) {
        return reports.of(contract, query.period(), query.previous(), desk.may(Permission.PRIORITY_AREAS, contract));
    }

    static HttpResponse<String> file(String body, String type, Contract contract, String name, String ending) {
        return HttpResponse.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-" + contract.slug() + "." + ending + "\"");
    }
}
