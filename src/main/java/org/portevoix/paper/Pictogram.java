package org.portevoix.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portevoix.web.Resources;

/** The site's pictograms as outlines, read from the paths of their SVG (SVG 2, 9.3). */
public final class Pictogram {

    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]+)\"");
    private static final Pattern TOKEN =
            Pattern.compile("([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");
    private static final Map<String, Path2D> DRAWN = new ConcurrentHashMap<>();

    private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private final Numbers numbers;
    private double x;
    private double y;
    private double controlX;
    private double controlY;
    private double startX;
    private double startY;

    private Pictogram(String data) {
        numbers = new Numbers(data);
        char command = 'M';
        char before = ' ';
        while (numbers.hasMore()) {
            command = numbers.command(command);
            add(command, before);
            before = command;
            // What follows a first point without a letter of its own is a line.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
    }

    /** In a square of this side, its y downwards. */
    public static Path2D of(String name, double side) {
        Path2D unit = DRAWN.computeIfAbsent(name, Pictogram::read);
        return new Path2D.Double(unit, AffineTransform.getScaleInstance(side, side));
    }

    private static Path2D read(String name) {
        String svg = Resources.read("/views/icon/" + name + ".svg");
        Matcher box = BOX.matcher(svg);
        double side = box.find() ? Double.parseDouble(box.group(1)) : 48;
        Path2D all = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        PATH.matcher(svg)
                .results()
                .forEach(path -> all.append(
                        new Pictogram(path.group(1))
                                .path.getPathIterator(AffineTransform.getScaleInstance(1 / side, 1 / side)),
                        false));
        return all;
    }

    private void add(char command, char before) {
        boolean isRelative = Character.isLowerCase(command);
        double fromX = isRelative ? x : 0;
        double fromY = isRelative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(fromX + numbers.next(), fromY + numbers.next());
                path.moveTo(x, y);
                startX = x;
                startY = y;
            }
            case 'L' -> line(fromX + numbers.next(), fromY + numbers.next());
            case 'H' -> line(fromX + numbers.next(), y);
            case 'V' -> line(x, fromY + numbers.next());
            case 'C' ->
                curve(
                        fromX + numbers.next(),
                        fromY + numbers.next(),
                        fromX + numbers.next(),
                        fromY + numbers.next(),
                        fromX + numbers.next(),
                        fromY + numbers.next());
            case 'S' -> {
                boolean goesOn = "CcSs".indexOf(before) >= 0;
                curve(
                        goesOn ? 2 * x - controlX : x,
                        goesOn ? 2 * y - controlY : y,
                        fromX + numbers.next(),
                        fromY + numbers.next(),
                        fromX + numbers.next(),
                        fromY + numbers.next());
            }
            case 'Q' -> {
                controlX = fromX + numbers.next();
                controlY = fromY + numbers.next();
                to(fromX + numbers.next(), fromY + numbers.next());
                path.quadTo(controlX, controlY, x, y);
            }
            case 'A' -> {
                double radiusX = numbers.next();
                double radiusY = numbers.next();
                double turned = Math.toRadians(numbers.next());
                boolean isLarge = numbers.flag();
                boolean isSweep = numbers.flag();
                arc(radiusX, radiusY, turned, isLarge, isSweep, fromX + numbers.next(), fromY + numbers.next());
            }
            case 'Z' -> {
                path.closePath();
                to(startX, startY);
            }
            default -> throw new IllegalStateException("Not in our pictograms: " + command);
        }
    }

    private void to(double newX, double newY) {
        x = newX;
        y = newY;
    }

    private void line(double newX, double newY) {
        to(newX, newY);
        path.lineTo(x, y);
    }

    private void curve(double firstX, double firstY, double secondX, double secondY, double newX, double newY) {
        path.curveTo(firstX, firstY, secondX, secondY, newX, newY);
        controlX = secondX;
        controlY = secondY;
        to(newX, newY);
    }

    /** From the end points to the centre of the ellipse: SVG 2, appendix B.2.4. */
    private void arc(
            double radiusX, double radiusY, double turned, boolean isLarge, boolean isSweep, double newX, double newY) {
        double halfX = (x - newX) / 2;
        double halfY = (y - newY) / 2;
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        double x1 = cos * halfX + sin * halfY;
        double y1 = -sin * halfX + cos * halfY;
        double enlarged = Math.max(1, Math.sqrt(x1 * x1 / (radiusX * radiusX) + y1 * y1 / (radiusY * radiusY)));
        double rx = radiusX * enlarged;
        double ry = radiusY * enlarged;
        double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
        double factor = (isLarge == isSweep ? -1 : 1)
                * Math.sqrt(Math.max(0, below == 0 ? 0 : (rx * rx * ry * ry - below) / below));
        double cx1 = factor * rx * y1 / ry;
        double cy1 = -factor * ry * x1 / rx;
        double cx = cos * cx1 - sin * cy1 + (x + newX) / 2;
        double cy = sin * cx1 + cos * cy1 + (y + newY) / 2;
        double begin = Math.toDegrees(Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx));
        double end = Math.toDegrees(Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx));
        double extent = end - begin;
        if (isSweep && extent < 0) {
            extent += 360;
        } else if (!isSweep && extent > 0) {
            extent -= 360;
        }
        // AWT counts angles the other way round.
        var arc = new Arc2D.Double(-rx, -ry, 2 * rx, 2 * ry, -begin, -extent, Arc2D.OPEN);
        var place = AffineTransform.getTranslateInstance(cx, cy);
        place.rotate(turned);
        path.append(arc.getPathIterator(place), true);
        to(newX, newY);
    }

    /** The letters and numbers of a path; the flags of an arc may stand without a space between them. */
    private static final class Numbers {

        private final String data;
        private final Matcher tokens;
        private int at;

        private Numbers(String data) {
            this.data = data.replaceAll("[\\s,]+", " ").strip();
            this.tokens = TOKEN.matcher(this.data);
        }

        private boolean hasMore() {
            return at < data.length();
        }

        private char command(char same) {
            skip();
            char next = data.charAt(at);
            if (!Character.isLetter(next)) {
                return same;
            }
            at++;
            skip();
            return next;
        }

        private double next() {
            skip();
            tokens.region(at, data.length());
            if (!tokens.lookingAt() || tokens.group(2) == null) {
                throw new IllegalStateException("No number at " + at + " of " + data);
            }
            at = tokens.end();
            skip();
            return Double.parseDouble(tokens.group(2));
        }

        private boolean flag() {
            skip();
            boolean isSet = data.charAt(at) == '1';
            at++;
            skip();
            return isSet;
        }

        private void skip() {
            while (at < data.length() && data.charAt(at) == ' ') {
                at++;
            }
        }
    }
}
