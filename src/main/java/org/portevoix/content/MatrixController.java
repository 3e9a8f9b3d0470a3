package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;

/** Which texts are there in which language, and what waits. */
@Controller("/equipe/{contract}/traductions")
class MatrixController {
    private static final int LAST_PAGE = 10_000;

    private final MatrixPages matrix;
    private final DeskPages pages;

    MatrixController(MatrixPages matrix, DeskPages pages) {
        this.matrix = matrix;
        this.pages = pages;
    }

    @Get("{?genre,autre,ouvert,langue,etat,page}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            @QueryValue(defaultValue = "") String genre,
            @QueryValue(defaultValue = "") String autre,
            @QueryValue(defaultValue = "") String ouvert,
            @QueryValue(defaultValue = "") String langue,
            @QueryValue(defaultValue = "") String etat,
            @QueryValue(defaultValue = "1") int page) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/matrix",
                "content.desk.matrix.title",
                "translations",
                matrix.of(
                        desk,
                        one,
                        new MatrixPages.Asked(
                                Kind.at(genre)
                                        .filter(kind -> kind != Kind.PRIORITY_AREA)
                                        .orElse(Kind.EVENT),
                                autre,
                                ouvert,
                                langue,
                                etat,
                                Math.clamp(page, 1, LAST_PAGE))));
    }
}
