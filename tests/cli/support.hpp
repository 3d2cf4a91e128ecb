// Runs strandlab-cli as a script would: arguments in; status, stdout and stderr out.
#pragma once

#include "data/synthetic.hpp"
#include "support/synthetic.hpp"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace strand::test {

using Json = nlohmann::json;

/// Where the strandlab-cli under test lies.
extern const char* const programPath;

struct Ran {
    int status = -1;  ///< exit status; -N where signal N ended it
    std::string out, err;
};

/// A running strandlab-cli.
class Child {
public:
    explicit Child(const std::vector<std::string>& arguments) {
        int out[2] = {-1, -1}, err[2] = {-1, -1};
        if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::dup2(err[1], STDERR_FILENO);
            std::vector<std::string> words{programPath};
            words.insert(words.end(), arguments.begin(), arguments.end());
            std::vector<char*> pointers;
            for (auto& word : words)
                pointers.push_back(word.data());
            pointers.push_back(nullptr);
            ::setenv("LC_ALL", "C.UTF-8", 1);
            ::execv(programPath, pointers.data());
            ::_exit(127);
        }
        ::close(out[1]);
        ::close(err[1]);
        m_out = out[0];
        m_err = err[0];
    }
    ~Child() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            (void)wait();
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void signal(int number) const {
        if (m_pid > 0) ::kill(m_pid, number);
    }
    /// Reads until stdout holds `text`; false where the program ended before.
    bool waitFor(const std::string& text) {
        while (m_ran.out.find(text) == std::string::npos)
            if (!readSome()) return false;
        return true;
    }
    Ran wait() {
        while (readSome()) {
        }
        ::close(m_out);
        ::close(m_err);
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        m_ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        return m_ran;
    }

private:
    bool readSome() {
        pollfd files[] = {{m_outOpen ? m_out : -1, POLLIN, 0}, {m_errOpen ? m_err : -1, POLLIN, 0}};
        if (!m_outOpen && !m_errOpen) return false;
        ::poll(files, 2, -1);
        char buffer[65536];
        if (files[0].revents != 0) {
            const auto n = ::read(m_out, buffer, sizeof buffer);
            if (n <= 0)
                m_outOpen = false;
            else
                m_ran.out.append(buffer, static_cast<std::size_t>(n));
        }
        if (files[1].revents != 0) {
            const auto n = ::read(m_err, buffer, sizeof buffer);
            if (n <= 0)
                m_errOpen = false;
            else
                m_ran.err.append(buffer, static_cast<std::size_t>(n));
        }
        return m_outOpen || m_errOpen;
    }

    pid_t m_pid = -1;
    int m_out = -1, m_err = -1;
    bool m_outOpen = true, m_errOpen = true;
    Ran m_ran;
};

inline Ran runCli(const std::vector<std::string>& arguments) { return Child(arguments).wait(); }

/// Every line of stdout as an object; NaN or anything else that is no JSON fails the test.
inline std::vector<Json> eventsOf(const Ran& ran) {
    std::vector<Json> out;
    std::istringstream in(ran.out);
    for (std::string line; std::getline(in, line);) {
        auto json = Json::parse(line, nullptr, false);
        EXPECT_FALSE(json.is_discarded()) << "no JSON: " << line;
        EXPECT_TRUE(json.is_object() && json.contains("event")) << line;
        out.push_back(std::move(json));
    }
    return out;
}

inline std::vector<Json> eventsNamed(const Ran& ran, const std::string& name) {
    std::vector<Json> out;
    for (auto& json : eventsOf(ran))
        if (json.value("event", "") == name) out.push_back(std::move(json));
    return out;
}

/// "n" number, "s" string, "b" boolean, "o" object, "a" array, "i" integer; "?" after it: or null.
inline void expectKeys(const Json& json, const std::vector<std::pair<std::string, std::string>>& keys) {
    for (const auto& [key, type] : keys) {
        ASSERT_TRUE(json.contains(key)) << key << " in " << json.dump();
        const auto& value = json[key];
        if (type.ends_with("?") && value.is_null()) continue;
        const bool good = type[0] == 'n'   ? value.is_number()
                          : type[0] == 'i' ? value.is_number_integer()
                          : type[0] == 's' ? value.is_string()
                          : type[0] == 'b' ? value.is_boolean()
                          : type[0] == 'o' ? value.is_object()
                                           : value.is_array();
        EXPECT_TRUE(good) << key << " = " << value.dump() << ", expected " << type;
    }
}

inline std::string bytesOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Size and hash of a file: equal where its bytes are, and short where a test fails.
inline std::string digestOf(const std::string& path) {
    const auto bytes = bytesOf(path);
    return fmt::format("{} bytes, {:016x}", bytes.size(), std::hash<std::string>{}(bytes));
}

/// A folder with a planted-motif file, and a project where asked for.
class CliTest : public ::testing::Test {
protected:
    CliTest() {
        PlantedMotifOptions options;
        options.count = 400;
        data = makePlantedMotif(options);
        fasta = folder.write("motifs.fa", fastaText(data));
        project = folder.file("p.strand");
    }
    void importMotifs() {
        const auto ran = runCli({"import", project, fasta, "--quiet"});
        ASSERT_EQ(ran.status, 0) << ran.err;
    }
    /// Arguments of a quick training with `more` at the end.
    [[nodiscard]] std::vector<std::string> training(std::vector<std::string> more = {}, const std::string& model = "TextCNN") const {
        std::vector<std::string> out{"train",       project, "--dataset",          "motifs",   "--model", model,       "--json", "--quiet",
                                     "--hp_epochs", "2",     "--hp_batch_size=32", "--device", "cpu",     "--threads", "1"};
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    [[nodiscard]] static std::vector<std::string> smallTransformer() {
        return {"--hp_d_model", "16", "--hp_n_heads", "2", "--hp_n_layers", "2", "--hp_d_ff", "32", "--hp_dropout", "0.1"};
    }

    TempDir folder;
    Dataset data;
    std::string fasta, project;
};

}  // namespace strand::test
