package org.portevoix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Someone before the site with the plainest of browsers: no scripts, no redirects followed, the desk's cookie kept. */
public final class TestVisitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI site;
    private String cookie = "";

    TestVisitor(URI site) {
        this.site = site;
    }

    /** Headers as name, value, name, value. */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer head(String path, String... headers) {
        return send(request(path, headers).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    public Answer post(String path, Map<String, String> fields, String... headers) {
        TestPeople.heard(fields);
        return post(path, body(fields), headers);
    }

    /** A body as it is, url-encoded or not. */
    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A form with a file, as browsers send it (RFC 7578). */
    public Answer upload(String path, Map<String, String> fields, String field, String name, byte[] file) {
        String boundary = "----bord-de-" + fields.size();
        StringBuilder before = new StringBuilder();
        fields.forEach((key, value) -> before.append(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        before.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] begin = before.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(begin, file, end))));
    }

    /** The page of this address, which has to be there. */
    public Document page(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " for " + path + "\n" + answer.text());
        }
        return answer.page();
    }

    public static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            TestPeople.given(answer.location());
            answer.response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the site answered. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        /** The header's value, or "". */
        public String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        /** As it came, compressed or not. */
        public byte[] bytes() {
            return response.body();
        }

        /** Of an archive, what its entries say, one after the other. */
        public String text() {
            if (header("Content-Type").equals("application/zip")) {
                return String.join("\n", entries().values());
            }
            if (!header("Content-Encoding").equals("gzip")) {
                return new String(bytes(), StandardCharsets.UTF_8);
            }
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What each entry of an archive says, by its name, in the order of the archive. */
        public Map<String, String> entries() {
            Map<String, String> entries = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return entries;
        }

        public Document page() {
            return Jsoup.parse(text(), response.uri().toString());
        }

        /** Where it leads, within the site. */
        public String location() {
            return header("Location");
        }

        /** All that went over the wire: the status line, the headers, the body. */
        public int weight() {
            int headers = response.headers().map().entrySet().stream()
                    .mapToInt(header -> header.getValue().stream()
                            .mapToInt(value -> header.getKey().length() + value.length() + 4)
                            .sum())
                    .sum();
            return "HTTP/1.1 200 OK\r\n\r\n".length() + headers + bytes().length;
        }

        public Optional<String> etag() {
            return response.headers().firstValue("ETag");
        }

        public List<String> lines() {
            return text().lines().toList();
        }
    }
}
