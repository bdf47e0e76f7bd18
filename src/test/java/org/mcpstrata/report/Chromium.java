package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser of this machine with one page, spoken to by its DevTools protocol; no driver, no network. */
final class Chromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final long PATIENCE_SECONDS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Process process;
    private final WebSocket socket;
    private String session = "";

    private Chromium(Process process, String address) {
        this.process = requireNonNull(process, "process");
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /** The browser, where this machine has one. */
    static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser and opens a page, until all of it is loaded. */
    static Chromium open(Path browser, Path profile, URI page) throws IOException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--window-size=1200,900",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        Chromium chromium = new Chromium(process, address(process));
        chromium.load(page);
        return chromium;
    }

    private static String address(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = LISTENING.matcher(line);
            if (found.find()) {
                Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}), "chromium output");
                drain.setDaemon(true);
                drain.start();
                return found.group(1);
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    private void load(URI page) {
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        List.of("Runtime.enable", "Log.enable", "Network.enable", "Page.enable")
                .forEach(method -> call(method, Map.of()));
        call("Page.navigate", Map.of("url", page.toString()));
        await(loaded);
    }

    /** The value of an expression in the page, which must be plain data. */
    JsonNode evaluate(String expression) {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError("the page failed: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Calls a method of the protocol. */
    JsonNode call(String method, Map<String, Object> parameters) {
        int id = sent.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", json.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Makes the page that wide, and high enough that nothing scrolls. */
    void resize(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 9_000, "deviceScaleFactor", 1, "mobile", false));
        evaluate("repaint()");
    }

    /** A picture of a part of the page, from the top of one element to the end of another, as PNG. */
    byte[] picture(String first, String last) {
        JsonNode box = evaluate(
                "(() => { const top = document.querySelector('" + first
                        + "').getBoundingClientRect().top + scrollY; const end = document.querySelector('" + last
                        + "').getBoundingClientRect().bottom + scrollY;"
                        + " return {x: 0, y: top, width: document.documentElement.clientWidth, height: end - top, scale: 0.75}; })()");
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of("clip", box))
                        .path("data")
                        .asText());
    }

    /** Errors and warnings of the console, exceptions, and requests that the page's policy refused. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Addresses that the page asked for, itself included. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new IOException(message.path("error").toString()));
            } else {
                answer.complete(message.path("result"));
            }
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown", "Log.entryAdded" -> problems.add(parameters.toString());
            case "Runtime.consoleAPICalled" ->
                problems.add(parameters.path("args").toString());
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asText());
            default -> {
                // Other events tell nothing that is asked for here.
            }
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    take(json.readTree(text.toString()));
                } catch (IOException e) {
                    problems.add("an answer that is no JSON");
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        // Known before the end of their parent, behind which they may go on writing into the profile.
        List<ProcessHandle> children = process.descendants().toList();
        // Asked first, so that it takes its own files away.
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
