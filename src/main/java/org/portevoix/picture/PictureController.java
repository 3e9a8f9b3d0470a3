package org.portevoix.picture;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;

/** Gives the pictures. */
@Controller("/images")
class PictureController {

    private final PictureRepository pictures;

    PictureController(PictureRepository pictures) {
        this.pictures = pictures;
    }

    @Get("/{digest:[0-9a-f]+}")
    HttpResponse<?> show(HttpRequest<?> request, String digest) {
        PictureBytes found = pictures.findBytes(digest).orElseThrow(NotFound::new);
        return new KeptBytes("image/jpeg", found.bytes(), found.digest()).answer(request);
    }
}
