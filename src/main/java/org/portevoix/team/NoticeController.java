package org.portevoix.team;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.web.FormBody;

/** How often one is written to oneself when something waits. */
@Controller("/equipe/avertissements")
class NoticeController {

    private final Notices notices;
    private final DeskPages pages;

    NoticeController(Notices notices, DeskPages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> ask(Desk desk, @Nullable @QueryValue String fait) {
        return show(desk, HttpStatus.OK, fait != null, Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> choose(Desk desk, @Nullable @Body String body) {
        FormBody form = FormBody.of(body);
        String wished = form.get("wish");
        List<Wish> chosen = Arrays.stream(Wish.values())
                .filter(wish -> wish.name().equals(wished))
                .toList();
        if (chosen.isEmpty()) {
            return show(desk, HttpStatus.UNPROCESSABLE_ENTITY, false, Map.of("wish", "team.desk.notice.missing"));
        }
        notices.wish(desk.accountId(), chosen.getFirst(), form.get("digest").equals("yes"));
        return HttpResponse.seeOther(URI.create("/equipe/avertissements?fait=oui"));
    }

    private HttpResponse<?> show(Desk desk, HttpStatus status, boolean isDone, Map<String, String> errors) {
        Wish present = notices.wish(desk.accountId());
        return pages.show(
                desk,
                status,
                "team/notices",
                "team.desk.notice.title",
                new NoticePage(
                        desk.email(),
                        Arrays.stream(Wish.values())
                                .map(wish -> new Choice(wish, wish == present))
                                .toList(),
                        notices.hasDigest(desk.accountId()),
                        isDone,
                        errors));
    }

    record NoticePage(
            String email, List<Choice> wishes, boolean hasDigest, boolean isDone, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    record Choice(Wish wish, boolean isChosen) {}
}
