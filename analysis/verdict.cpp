// SPDX-License-Identifier: Apache-2.0
#include "analysis/verdict.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <cmath>

namespace coopsim {
namespace {

struct Words {
  std::string_view en, ko;
};
std::string_view in(Language language, const Words& words) {
  return language == Language::english ? words.en : words.ko;
}

constexpr std::array<std::string_view, 6> ids = {
    "no_verdict", "practically_equal", "among_the_best", "clear_gain", "clear_loss", "cannot_tell"};
constexpr std::array<std::string_view, 6> obstacle_ids = {
    "", "too_many_failed", "few_replications", "missing_baseline", "no_values", "stress_case"};
constexpr std::array<std::string_view, 3> preference_ids = {"more", "less", "unstated"};
constexpr std::array<char32_t, 6> signs = {U'.', U'=', U'●', U'▲', U'▼', U'?'};

constexpr std::array<Words, 6> obstacles = {{
    {"", ""},
    {"more than 1 % of the replications failed", "실패한 반복이 1%를 넘는다"},
    {"fewer than 30 replications", "반복이 30회보다 적다"},
    {"there is no baseline", "기준 정책이 없다"},
    {"no replication has a value of both", "두 정책의 값이 모두 있는 반복이 없다"},
    {"a stress case, which is never ranked", "충격 사례는 순위를 매기지 않는다"},
}};

// {policy} {baseline} {metric} {difference} {low} {high} {delta} {n} {reason}
constexpr Words no_verdict = {"No verdict: {reason}.", "판정하지 않음: {reason}."};
constexpr Words equal = {"{policy} and {baseline} differ by less than {delta}: practically equal.",
                         "{policy}: {baseline} 대비 차이가 {delta}보다 작다. 사실상 같다."};
constexpr Words no_difference = {"{policy} and {baseline} are the same in every replication.",
                                 "{policy}: 모든 반복에서 {baseline} 대비 차이가 없다."};
constexpr Words certain_but_small = {" (Not zero, but below what matters.)",
                                     " (차이는 0이 아니지만 의미 있는 크기보다 작다.)"};
constexpr Words raises_best_alone = {
    "{policy} clearly raises {metric} ({difference}, 95 % interval {low} to {high}) and is the "
    "best of those compared.",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 높다({difference}, 95% 신뢰구간 {low}~{high}). "
    "비교한 정책 가운데 최선이다."};
constexpr Words lowers_best_alone = {
    "{policy} clearly lowers {metric} ({difference}, 95 % interval {low} to {high}) and is the "
    "best of those compared.",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 낮다({difference}, 95% 신뢰구간 {low}~{high}). "
    "비교한 정책 가운데 최선이다."};
constexpr Words raises_best = {
    "{policy} clearly raises {metric} ({difference}, 95 % interval {low} to {high}) and is among "
    "the best.",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 높다({difference}, 95% 신뢰구간 {low}~{high}). "
    "최선 그룹에 든다."};
constexpr Words lowers_best = {
    "{policy} clearly lowers {metric} ({difference}, 95 % interval {low} to {high}) and is among "
    "the best.",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 낮다({difference}, 95% 신뢰구간 {low}~{high}). "
    "최선 그룹에 든다."};
constexpr Words raises = {
    "{policy} clearly raises {metric} ({difference}, {low} to {high}).",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 높다({difference}, {low}~{high})."};
constexpr Words lowers = {
    "{policy} clearly lowers {metric} ({difference}, {low} to {high}).",
    "{policy}: {baseline}보다 {metric}: 뚜렷이 더 낮다({difference}, {low}~{high})."};
constexpr Words cannot_tell = {
    "Whether {policy} differs from {baseline} cannot be told ({low} to {high}); ",
    "{policy}: {baseline} 대비 차이가 있는지 이번 모의실험으로는 판단할 수 없다({low}~{high}). "};
constexpr Words would_settle = {"about {n} replications would settle it.",
                                "반복을 약 {n}회로 늘리면 가릴 수 있다."};
constexpr Words would_not = {"more runs are unlikely to settle it.",
                             "반복을 늘려도 가리기 어렵다."};

std::string filled(Language language, const Words& form, const VerdictWords& words,
                   Obstacle obstacle, std::size_t n) {
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  values.push_back(fmt::arg("policy", words.policy));
  values.push_back(fmt::arg("baseline", words.baseline));
  values.push_back(fmt::arg("metric", words.metric));
  values.push_back(fmt::arg("difference", words.difference));
  values.push_back(fmt::arg("low", words.low));
  values.push_back(fmt::arg("high", words.high));
  values.push_back(fmt::arg("delta", words.least_meaningful));
  values.push_back(fmt::arg("n", n));
  values.push_back(fmt::arg("reason", std::string(reason(obstacle, language))));
  return fmt::vformat(in(language, form), values);
}

const Words& form_of(const Verdict& verdict) {
  switch (verdict.state) {
    case VerdictState::practically_equal:
      return verdict.no_difference ? no_difference : equal;
    case VerdictState::among_the_best:
      if (verdict.best_alone) return verdict.higher ? raises_best_alone : lowers_best_alone;
      return verdict.higher ? raises_best : lowers_best;
    case VerdictState::clear_gain:
    case VerdictState::clear_loss:
      return verdict.higher ? raises : lowers;
    case VerdictState::cannot_tell:
      return cannot_tell;
    case VerdictState::no_verdict:
      break;
  }
  return no_verdict;
}

// The half-width shrinks with the root of n, the mean stays: n that leaves zero out, or that fits
// between -delta and delta, whichever comes first.
std::optional<std::size_t> replications_to_settle(const VerdictInput& input) {
  const double width = (input.high - input.low) / 2, off = std::abs(input.mean);
  const double room = std::max(off, input.least_meaningful - off);
  if (!(room > 0)) return std::nullopt;
  const double n = std::ceil(double(input.replications) * (width / room) * (width / room));
  if (!(n <= double(most_replications_advised))) return std::nullopt;
  const double step = n < 100 ? 10 : 100;  // "about": to tens, beyond a hundred to hundreds
  return std::size_t(std::ceil(n / step) * step);
}

}  // namespace

Verdict judge(const VerdictInput& input) {
  Verdict verdict;
  verdict.obstacle = input.obstacle;
  verdict.higher = input.mean > 0;
  if (input.obstacle != Obstacle::none) return verdict;
  const bool turned = input.preference == Preference::less;
  const double low = turned ? -input.high : input.low, high = turned ? -input.low : input.high;
  const double delta = input.least_meaningful;
  if ((low == 0 && high == 0) || (-delta < low && high < delta)) {
    verdict.state = VerdictState::practically_equal;
    verdict.no_difference = low == 0 && high == 0;
    verdict.certain_but_small = low > 0 || high < 0;
  } else if (low > 0) {
    const bool ranked = input.preference != Preference::unstated && input.not_worse_than_leader;
    verdict.state = ranked ? VerdictState::among_the_best : VerdictState::clear_gain;
    verdict.best_alone = ranked && input.sole_leader;
  } else if (high < 0) {
    verdict.state = VerdictState::clear_loss;
  } else {
    verdict.state = VerdictState::cannot_tell;
    verdict.replications_to_settle = replications_to_settle(input);
  }
  return verdict;
}

std::string_view id_of(VerdictState state) { return ids[std::size_t(state)]; }
std::string_view id_of(Obstacle obstacle) { return obstacle_ids[std::size_t(obstacle)]; }
std::string_view id_of(Preference preference) { return preference_ids[std::size_t(preference)]; }
char32_t sign_of(VerdictState state) { return signs[std::size_t(state)]; }

std::string_view reason(Obstacle obstacle, Language language) {
  return in(language, obstacles[std::size_t(obstacle)]);
}

std::string sentence(const Verdict& verdict, const VerdictWords& words, Language language) {
  const std::size_t n = verdict.replications_to_settle.value_or(0);
  std::string text = filled(language, form_of(verdict), words, verdict.obstacle, n);
  if (verdict.state == VerdictState::practically_equal && verdict.certain_but_small)
    text += in(language, certain_but_small);
  if (verdict.state == VerdictState::cannot_tell)
    text += filled(language, n > 0 ? would_settle : would_not, words, verdict.obstacle, n);
  return text;
}

std::string brief(const Verdict& verdict, Preference preference, Language language) {
  const auto say = [language](Words words) { return std::string(in(language, words)); };
  switch (verdict.state) {
    case VerdictState::practically_equal:
      if (verdict.no_difference) return say({"no difference", "차이 없음"});
      return say({"practically equal", "사실상 같음"});
    case VerdictState::among_the_best:
      if (verdict.best_alone) return say({"the best", "최선"});
      return say({"among the best", "최선 그룹"});
    case VerdictState::clear_gain:
      if (preference != Preference::unstated) return say({"clear gain", "뚜렷한 개선"});
      return say({"clearly higher", "뚜렷이 더 높음"});
    case VerdictState::clear_loss:
      if (preference != Preference::unstated) return say({"clear loss", "뚜렷한 악화"});
      return say({"clearly lower", "뚜렷이 더 낮음"});
    case VerdictState::cannot_tell:
      return say({"cannot tell", "판단할 수 없음"});
    case VerdictState::no_verdict:
      break;
  }
  if (verdict.obstacle == Obstacle::stress_case) return say({"stress test", "충격 사례"});
  return say({"no verdict", "판정하지 않음"});
}

}  // namespace coopsim
