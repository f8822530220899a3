print("aigate")
