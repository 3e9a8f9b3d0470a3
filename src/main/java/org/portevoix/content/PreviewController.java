package org.portevoix.content;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Preview;
import org.portevoix.web.Drawing;
import org.portevoix.web.NotFound;

/** An item as residents will see it, for the team alone. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}/apercu")
class PreviewController {

    private final List<Preview> previews;
    private final Contracts contracts;
    private final Drawing drawing;

    PreviewController(List<Preview> previews, Contracts contracts, Drawing drawing) {
        this.previews = previews;
        this.contracts = contracts;
        this.drawing = drawing;
    }

    @Get("{?lang}")
    HttpResponse<?> show(
            Desk desk, String contract, String kind, String slug, @QueryValue(defaultValue = "fr") String lang) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        Preview preview = previews.stream()
                .filter(candidate -> candidate.list().equals(of.list()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return HttpResponse.ok(drawing.preview(preview.of(contracts.visit(lang, one), slug)))
                .contentType("text/html;charset=utf-8")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
