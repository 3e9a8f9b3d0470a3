package org.portevoix.receipt;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives somebody a copy of all that the site keeps under their code, as a file (GDPR, articles 15 and 20). */
@Singleton
public class ReceiptCopies {

    private final List<Contribution> contributions;
    private final JsonMapper json;

    ReceiptCopies(List<Contribution> contributions, JsonMapper json) {
        this.contributions = contributions;
        this.json = json;
    }

    /** By its name in the words of the code; empty when nothing has this receipt. */
    public Map<String, Object> of(String code) {
        Map<String, Object> copy = new LinkedHashMap<>();
        contributions.forEach(contribution -> copy.putAll(contribution.copy(code)));
        return copy;
    }

    /** As a file without the code in its name, kept nowhere on the way. */
    public HttpResponse<?> download(String code) {
        return HttpResponse.ok(written(of(code)))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mon-suivi.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private byte[] written(Map<String, Object> copy) {
        try {
            return json.writeValueAsBytes(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
