package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;

/** The moderation queue, and what was decided. */
@Controller("/equipe/{contract}/avis")
class OpinionDeskController {

    private static final int MOST_PAGES = 10_000;

    private final OpinionListPages lists;

    OpinionDeskController(OpinionListPages lists) {
        this.lists = lists;
    }

    @Get
    HttpResponse<?> queue(
            Desk desk,
            String contract,
            @Nullable @QueryValue Integer page,
            @Nullable @QueryValue String fait,
            @Nullable @QueryValue Long avis) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        Decision decided = Decision.of(Objects.requireNonNullElse(fait, "")).orElse(null);
        return decided == null || avis == null
                ? lists.queue(desk, found, number(page))
                : lists.queueAfter(desk, found, decided, avis);
    }

    @Get("/decides")
    HttpResponse<?> decided(Desk desk, String contract, @Nullable @QueryValue Integer page) {
        return lists.decided(desk, desk.contract(contract, Permission.MODERATE), number(page));
    }

    private static int number(@Nullable Integer page) {
        return page == null ? 1 : Math.clamp(page, 1, MOST_PAGES);
    }
}
